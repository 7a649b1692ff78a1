import type { Readable } from 'node:stream';
import { confirmImport, valueAt } from '@vouchsafe/directory-domain';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { idFromRequest } from '@vouchsafe/event-store';
import { refusal } from '../refusals/refusals.js';
import { confirmStaged } from './confirm-import.js';
import type { ImportDeps, Importer } from './import-deps.js';
import { importReview, refusedReview, type ImportReview } from './import-review.js';
import { finishRecording, type Progress } from './record-import.js';
import { stageFile } from './stage-import.js';

export interface ImportPeopleOptions {
  readonly fileName: string;
  /** `organogram`, `hr`, or the name of a saved profile. */
  readonly profile: string;
  /** The day that the file describes. */
  readonly asOf: IsoDate;
  /** Stage and review only. The staged import may be confirmed later, by its id. */
  readonly dryRun: boolean;
  /** All rows or none. */
  readonly strict: boolean;
  /** Needed where more than a quarter of the holders would leave; at most 500 characters. */
  readonly acceptLeaversReason?: string;
  /** From old key to new, for posts (in a file of people: employee numbers) that the employer renumbered. */
  readonly keyMap?: Readonly<Record<string, string>>;
  /** The same key again goes on where the first request stopped, and answers the same. */
  readonly requestKey: string;
  readonly onProgress?: Progress;
  readonly limitBytes?: number;
  /** Only in logs of sample data: when the ledger is to have learned it. */
  readonly recordedAt?: string;
}

/** The id of the import that a request makes. */
export const importIdOf = (tenant: TenantId, requestKey: string): string => idFromRequest(tenant, 'import', requestKey);

/** Takes over a file of people: stages it and, unless it is a dry run, confirms it and records every change. A refusal is an answer: it stands in
 * `refusals`, and the directory is as it was. Killed at any row, it goes on from there when it is asked again, or at the next start.
 * The same file taken over twice changes nothing.
 * @throws RequestKeyReused, TooMuchContention, UnknownLog, OutcomeUnknown */
export const importPeople = (deps: ImportDeps) =>
  async (tenant: TenantId, actor: Importer, source: Readable | AsyncIterable<Uint8Array>, options: ImportPeopleOptions): Promise<ImportReview> => {
    const { database, log } = deps;
    const { requestKey, dryRun, strict, acceptLeaversReason = null, onProgress } = options;
    const importId = importIdOf(tenant, requestKey);
    const staged = await stageFile(deps, tenant, actor, source, { ...options, importId });
    if (!staged.accepted) return refusedReview(options, refusal(staged.rejection), (await log.head(tenant)).position);

    const { import: row, directory } = staged;
    const review = (state: ImportReview['state'], position: number, refused: Parameters<typeof refusal>[0][] = []): Promise<ImportReview> =>
      database.withTenant(tenant, (tx) => importReview(tx, row, { dryRun, state, position, refusals: refused.map((one) => refusal(one)) }));

    const isConfirmed = valueAt(directory.state.imports, importId)?.status === 'confirmed';
    if (dryRun && !isConfirmed) {
      const decision = confirmImport({ importId, strict, acceptLeaversReason, stagedOn: row.stagedOn, today: deps.clock.today() }, directory.state);
      return review('STAGED', staged.position, decision.accepted ? [] : [decision.rejection]);
    }
    if (!isConfirmed) {
      const confirmed = await confirmStaged(deps, tenant, actor, { ...options, importId, requestKey: `import:${importId}:confirm`, strict, acceptLeaversReason }, directory);
      if (!confirmed.accepted) return review('REFUSED', staged.position, [confirmed.rejection]);
    }
    return review('CONFIRMED', await finishRecording(deps, tenant, importId, onProgress));
  };
