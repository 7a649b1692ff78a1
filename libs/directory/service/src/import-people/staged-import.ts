import { createHash } from 'node:crypto';
import type { Transaction } from '@vouchsafe/access';
import type { ImportStaged, OrganizationEvent } from '@vouchsafe/directory-contracts';
import { DAYS_TO_CONFIRM, verdictEffects, type Change, type ComparedPeople, type PersonCard, type PostCard, type RowVerdict } from '@vouchsafe/directory-domain';
import type { DataOf, IsoDate } from '@vouchsafe/event-schema';

export type Staged = DataOf<typeof ImportStaged>;

/** A staged import as its row says it. */
export interface StagedImport {
  readonly importId: string;
  readonly state: 'STAGED' | 'CONFIRMING' | 'APPLIED' | 'DISCARDED';
  readonly fileName: string;
  readonly request: string;
  readonly staged: Staged;
  readonly actor: `person:${string}` | `system:${string}` | null;
  readonly correlation: string | null;
  readonly recordedAt: string | null;
  readonly cardsWritten: boolean;
  /** In UTC. */
  readonly stagedOn: IsoDate;
}

type PageKind = 'change' | 'post-card' | 'person-card';
const PAGE = 500;
const VERDICTS_AT_ONCE = 5_000;

/** What is written down of a staged file, before the log is told of it. */
export interface ToStage {
  readonly fileName: string;
  readonly request: string;
  readonly staged: Staged;
  readonly pages: ImportPages;
  readonly verdicts: readonly RowVerdict[];
}

export interface ImportPages {
  readonly change: readonly string[];
  readonly 'post-card': readonly string[];
  readonly 'person-card': readonly string[];
}

const inPages = (lines: readonly unknown[]): string[] =>
  Array.from({ length: Math.ceil(lines.length / PAGE) }, (_, page) => lines.slice(page * PAGE, (page + 1) * PAGE).map((line) => JSON.stringify(line)).join('\n'));

export const pagesOf = ({ changes, cards }: ComparedPeople): ImportPages =>
  ({ change: inPages(changes), 'post-card': inPages(cards.posts), 'person-card': inPages(cards.persons) });

/** SHA-256 of the changes in their order, hexadecimal. */
export const changesDigest = (pages: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const page of pages) hash.update(page).update('\n');
  return hash.digest('hex');
};

/** The request key under which the log is told of a staged file. */
export const stageKey = (importId: string): string => `import:${importId}:stage`;

/** Writes a staged file, in place of what an earlier try under the same id left. */
export const writeStagedImport = async (tx: Transaction, { fileName, request, staged, pages, verdicts }: ToStage): Promise<void> => {
  const { importId } = staged;
  await dropImport(tx, importId);
  await tx.query(`INSERT INTO directory.people_import (tenant_id, import_id, state, file_name, request, staged) VALUES ($1, $2, 'STAGED', $3, $4, $5)`,
    [tx.tenant, importId, fileName, request, JSON.stringify(staged)]);
  for (const [kind, lines] of Object.entries(pages)) {
    for (const [page, text] of (lines as string[]).entries()) {
      await tx.prepared('put-import-page', 'INSERT INTO directory.import_page (tenant_id, import_id, kind, page, lines) VALUES ($1, $2, $3, $4, $5)', [tx.tenant, importId, kind, page, text]);
    }
  }
  for (let at = 0; at < verdicts.length; at += VERDICTS_AT_ONCE) {
    const some = verdicts.slice(at, at + VERDICTS_AT_ONCE);
    await tx.query(
      `INSERT INTO directory.import_verdict (tenant_id, import_id, ordinal, line, column_name, code, effect)
        SELECT $1, $2, * FROM unnest($3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[])`,
      [tx.tenant, importId, some.map((_, index) => at + index), some.map(({ line }) => line), some.map(({ column }) => column), some.map(({ code }) => code), some.map(({ code }) => verdictEffects[code])]);
  }
};

/** Removes every trace of a staged import that the log does not know. */
export const dropImport = async (tx: Transaction, importId: string): Promise<void> => {
  for (const table of ['import_page', 'import_verdict', 'people_import']) {
    await tx.query(`DELETE FROM directory.${table} WHERE tenant_id = $1 AND import_id = $2`, [tx.tenant, importId]);
  }
};

const ROW = `import_id AS "importId", state, file_name AS "fileName", request, staged, actor, correlation, recorded_at AS "recordedAt", cards_written AS "cardsWritten",
  (staged_at AT TIME ZONE 'UTC')::date AS "stagedOn"`;

export const findStagedImport = async (tx: Transaction, importId: string): Promise<StagedImport | undefined> =>
  (await tx.query<StagedImport>(`SELECT ${ROW} FROM directory.people_import WHERE tenant_id = $1 AND import_id = $2`, [tx.tenant, importId])).rows[0];

/** Imports whose confirmation began: their changes may not all be in the log. */
export const findConfirming = async (tx: Transaction): Promise<StagedImport[]> =>
  (await tx.query<StagedImport>(`SELECT ${ROW} FROM directory.people_import WHERE tenant_id = $1 AND state = 'CONFIRMING' ORDER BY import_id`, [tx.tenant])).rows;

/** Kept for more than an hour and not confirmed: among them files whose staging was cut off before the log was told. */
export const findOldStaged = async (tx: Transaction): Promise<StagedImport[]> =>
  (await tx.query<StagedImport>(`SELECT ${ROW} FROM directory.people_import WHERE tenant_id = $1 AND state = 'STAGED' AND staged_at < now() - interval '1 hour'`, [tx.tenant])).rows;

/** Lets go of what was kept of files that nobody confirmed in time, names first of all. Their rows stay, and say that they have expired. */
export const dropExpired = async (tx: Transaction): Promise<void> => {
  // A day later than a file can be confirmed: whatever the time zone, nothing goes that somebody may still want.
  await tx.query(
    `DELETE FROM directory.import_page AS p USING directory.people_import AS i
      WHERE p.tenant_id = $1 AND i.tenant_id = $1 AND p.import_id = i.import_id AND i.state = 'STAGED' AND i.staged_at < now() - make_interval(days => $2)`, [tx.tenant, DAYS_TO_CONFIRM + 1]);
};

export const findVerdicts = async (tx: Transaction, importId: string, effect: string): Promise<RowVerdict[]> =>
  (await tx.query<RowVerdict>(
    `SELECT line, column_name AS column, code FROM directory.import_verdict WHERE tenant_id = $1 AND import_id = $2 AND effect = $3 ORDER BY ordinal`, [tx.tenant, importId, effect])).rows;

const linesOf = async <Line>(tx: Transaction, importId: string, kind: PageKind): Promise<{ pages: string[]; lines: Line[] }> => {
  const { rows } = await tx.query<{ lines: string }>('SELECT lines FROM directory.import_page WHERE tenant_id = $1 AND import_id = $2 AND kind = $3 ORDER BY page', [tx.tenant, importId, kind]);
  const pages = rows.map(({ lines }) => lines);
  return { pages, lines: pages.flatMap((page) => page.split('\n').map((line) => JSON.parse(line) as Line)) };
};

/** The reviewed changes are not those that were kept: nothing may be recorded of them. */
export class ChangesDoNotMatch extends Error {
  override readonly name = 'ChangesDoNotMatch';
  constructor(readonly importId: string) {
    super(`The changes kept for import ${importId} are not those that were staged. Nothing of it was recorded any further; discard it and stage the file again.`);
  }
}

/** @throws ChangesDoNotMatch */
export const findChanges = async (tx: Transaction, { importId, staged }: Pick<StagedImport, 'importId' | 'staged'>): Promise<OrganizationEvent[]> => {
  const { pages, lines } = await linesOf<Change>(tx, importId, 'change');
  if (lines.length !== staged.changeCount || changesDigest(pages) !== staged.changesDigest) throw new ChangesDoNotMatch(importId);
  return lines.map(({ event }) => event);
};

export const findPostCards = async (tx: Transaction, importId: string): Promise<PostCard[]> => (await linesOf<PostCard>(tx, importId, 'post-card')).lines;
export const findPersonCards = async (tx: Transaction, importId: string): Promise<PersonCard[]> => (await linesOf<PersonCard>(tx, importId, 'person-card')).lines;

/** Notes who confirms an import, before the log is told: whoever finds the note goes on. */
export const beginConfirming = async (tx: Transaction, importId: string, { actor, correlation, recordedAt }: { actor: string; correlation: string; recordedAt: string | null }): Promise<void> => {
  await tx.query(`UPDATE directory.people_import SET state = 'CONFIRMING', actor = $3, correlation = $4, recorded_at = $5 WHERE tenant_id = $1 AND import_id = $2 AND state IN ('STAGED', 'CONFIRMING')`,
    [tx.tenant, importId, actor, correlation, recordedAt]);
};

/** An import has ended: what was kept to apply it goes, names first of all. Once one has changed the directory, every other staged file was compared
 * with something that is no more, and can never be confirmed: its pages go too. */
export const endImport = async (tx: Transaction, importId: string, state: 'STAGED' | 'APPLIED' | 'DISCARDED', outdatesOthers: boolean): Promise<void> => {
  await tx.query('UPDATE directory.people_import SET state = $3 WHERE tenant_id = $1 AND import_id = $2', [tx.tenant, importId, state]);
  if (state === 'STAGED') return;
  await tx.query('DELETE FROM directory.import_page WHERE tenant_id = $1 AND import_id = $2', [tx.tenant, importId]);
  if (!outdatesOthers) return;
  await tx.query(
    `DELETE FROM directory.import_page AS p USING directory.people_import AS i
      WHERE p.tenant_id = $1 AND i.tenant_id = $1 AND p.import_id = i.import_id AND i.state = 'STAGED' AND (i.staged->>'comparedWith')::bigint < $2`,
    [tx.tenant, await revisionOf(tx, importId)]);
};

const revisionOf = async (tx: Transaction, importId: string): Promise<number> =>
  (await tx.query<{ revision: number }>(
    `SELECT (staged->>'comparedWith')::bigint + (staged->>'changeCount')::bigint AS revision FROM directory.people_import WHERE tenant_id = $1 AND import_id = $2`, [tx.tenant, importId])).rows[0]?.revision ?? 0;
