import { confirmImport, directories, valueAt, type ConfirmImportRejection } from '@vouchsafe/directory-domain';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { newEvent, RequestKeyReused, TooMuchContention } from '@vouchsafe/event-store';
import { currentCorrelation } from '@vouchsafe/telemetry';
import { DIRECTORY_STREAM, loadImports, type BelievedImports } from './directory-state.js';
import type { ImportDeps, Importer } from './import-deps.js';
import { finishRecording } from './record-import.js';
import { beginConfirming, findStagedImport } from './staged-import.js';

export interface ConfirmStaged {
  readonly importId: string;
  readonly requestKey: string;
  readonly strict: boolean;
  readonly acceptLeaversReason: string | null;
  readonly recordedAt?: string;
}

export type ConfirmOutcome = { readonly accepted: true; readonly position: Position } | { readonly accepted: false; readonly rejection: ConfirmImportRejection };

const TRIES = 8;

/** Decides whether a staged import may change the directory, and says so in the log. Its changes follow by `finishRecording`.
 * @param believed the directory, if it has just been read
 * @throws RequestKeyReused, TooMuchContention */
export const confirmStaged = async (deps: ImportDeps, tenant: TenantId, actor: Importer, confirm: ConfirmStaged, believed?: BelievedImports): Promise<ConfirmOutcome> => {
  const { database, log } = deps;
  const { importId, requestKey, strict, acceptLeaversReason } = confirm;
  const content = { confirm: importId, strict, acceptLeaversReason };
  const correlation = currentCorrelation() ?? requestKey;
  const known = await log.recorded(tenant, requestKey, content);
  if (known?.outcome === 'key-reused') throw new RequestKeyReused(requestKey);
  if (known?.outcome === 'appended') return { accepted: true, position: known.position };

  let directory = believed;
  for (let tries = TRIES; tries > 0; tries -= 1) {
    directory = await loadImports(deps, tenant, directory);
    const { recording } = directory.state;
    if (recording && recording.importId !== importId) {
      await finishRecording(deps, tenant, recording.importId); // whoever confirmed it may be gone
      continue;
    }
    const row = await database.withTenant(tenant, (tx) => findStagedImport(tx, importId));
    const today = deps.clock.today();
    const decision = confirmImport({ importId, strict, acceptLeaversReason, stagedOn: row?.stagedOn ?? today, today }, directory.state);
    if (!decision.accepted) return decision;
    const staged = valueAt(directory.state.imports, importId);
    if (staged?.status !== 'staged') throw new Error(`Import ${importId} was accepted without having been staged.`);
    await database.withTenant(tenant, (tx) => beginConfirming(tx, importId, { actor: actor.actorId, correlation, recordedAt: confirm.recordedAt ?? null }));
    const result = await log.append(tenant, {
      requestKey, content, actor: actor.actorId, correlation, conflictIsFinal: false, ...(confirm.recordedAt === undefined ? {} : { recordedAt: confirm.recordedAt }),
      writes: [{ stream: DIRECTORY_STREAM, expected: directory.version, events: decision.events.map((event) => newEvent(directories, event, staged.asOf)) }],
    });
    if (result.outcome === 'appended') return { accepted: true, position: result.position };
    if (result.outcome === 'key-reused') throw new RequestKeyReused(requestKey);
  }
  throw new TooMuchContention(DIRECTORY_STREAM);
};
