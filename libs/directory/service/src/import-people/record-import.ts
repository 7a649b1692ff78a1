import type { DirectoryEvent } from '@vouchsafe/directory-contracts';
import { directories, recordChanges, valueAt } from '@vouchsafe/directory-domain';
import { fold } from '@vouchsafe/decider';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { newEvent, TooMuchContention } from '@vouchsafe/event-store';
import { forgetSignIns, setAccess, writePersonCards, writePostCards } from '../identity-cards/write-cards.js';
import { DIRECTORY_STREAM, keepUpSnapshot, loadImports } from './directory-state.js';
import type { ImportDeps } from './import-deps.js';
import { dropExpired, dropImport, endImport, findChanges, findConfirming, findOldStaged, findPersonCards, findPostCards, findStagedImport, stageKey, type StagedImport } from './staged-import.js';

export type Progress = (done: { readonly recorded: number; readonly of: number }) => void;

const BATCH = 500;
const CONFLICTS = 50;
const FILE_WORK = { statementTimeout: 60_000 };

/** The cards of a confirmed import, and who may sign in, in one transaction. Written again after a crash they say the same. */
const writeCards = async ({ database }: ImportDeps, tenant: TenantId, { importId, cardsWritten }: StagedImport, changes: readonly DirectoryEvent[]): Promise<void> => {
  if (cardsWritten) return;
  const secret = await database.installationSecret();
  await database.withTenant(tenant, async (tx) => {
    await writePostCards(tx, await findPostCards(tx, importId));
    const persons = await findPersonCards(tx, importId);
    const left = changes.flatMap(({ type, data }) => (type === 'PersonLeft' ? [data.personId] : []));
    await forgetSignIns(tx, [...left, ...persons.map(({ personId }) => personId)]); // before any is written: addresses pass from one to another
    await setAccess(tx, changes.flatMap(({ type, data }) => (type === 'PersonReturned' ? [data.personId] : [])), 'open');
    await writePersonCards(tx, secret, persons);
    await tx.query('UPDATE directory.people_import SET cards_written = true WHERE tenant_id = $1 AND import_id = $2', [tenant, importId]);
  }, FILE_WORK);
};

/** Takes a confirmed import to its end, from wherever it stopped: cards, then changes in batches, each once. Several processes may do so at once.
 * Does nothing for an import that is at its end, and sets back the note on one that was never confirmed.
 * @returns the position of the last event that it wrote or met */
export const finishRecording = async (deps: ImportDeps, tenant: TenantId, importId: string, onProgress: Progress = () => {}): Promise<Position> => {
  const { database, log } = deps;
  const row = await database.withTenant(tenant, (tx) => findStagedImport(tx, importId));
  let { state, version } = await loadImports(deps, tenant);
  let { position } = await log.head(tenant);
  if (!row || row.state === 'APPLIED' || row.state === 'DISCARDED') return position;
  if (valueAt(state.imports, importId)?.status !== 'confirmed') {
    await database.withTenant(tenant, (tx) => endImport(tx, importId, 'STAGED', false));
    return position;
  }
  const changes = await database.withTenant(tenant, (tx) => findChanges(tx, row), FILE_WORK);
  await writeCards(deps, tenant, row, changes);
  for (let conflicts = 0; state.recording?.importId === importId;) {
    const { recorded, changeCount } = state.recording;
    const decision = recordChanges({ importId, changes, size: BATCH }, state);
    if (!decision.accepted) throw new Error(`Import ${importId}: ${decision.rejection.reason}`);
    const result = await log.append(tenant, {
      requestKey: `import:${importId}:${recorded}`, actor: row.actor ?? 'system:directory', correlation: row.correlation ?? importId, conflictIsFinal: false,
      ...(row.recordedAt === null ? {} : { recordedAt: row.recordedAt }),
      writes: [{ stream: DIRECTORY_STREAM, expected: version, events: decision.events.map((event) => newEvent(directories, event, row.staged.asOf)) }],
    });
    if (result.outcome === 'appended') {
      state = fold({ ...directories, initial: { ...directories.initial, ...state } }, decision.events);
      version += decision.events.length;
      position = result.position;
      onProgress({ recorded: Math.min(recorded + BATCH, changeCount), of: changeCount });
      continue;
    }
    if ((conflicts += 1) > CONFLICTS) throw new TooMuchContention(DIRECTORY_STREAM);
    ({ state, version } = await loadImports(deps, tenant, { state, version })); // another process records the same import
  }
  await database.withTenant(tenant, (tx) => endImport(tx, importId, 'APPLIED', row.staged.changeCount > 0), FILE_WORK);
  await keepUpSnapshot(deps, tenant, version);
  return position;
};

/** Takes every import of a tenant whose confirmation began to its end, and sweeps files that were kept and never staged, or never
 * confirmed: for the start of a process, and now and then after. */
export const resumeImports = async (deps: ImportDeps, tenant: TenantId): Promise<void> => {
  for (const { importId, request } of await deps.database.withTenant(tenant, findOldStaged)) {
    if (!(await deps.log.recorded(tenant, stageKey(importId), request))) await deps.database.withTenant(tenant, (tx) => dropImport(tx, importId), FILE_WORK);
  }
  for (const { importId } of await deps.database.withTenant(tenant, findConfirming)) await finishRecording(deps, tenant, importId);
  await deps.database.withTenant(tenant, dropExpired, FILE_WORK);
};
