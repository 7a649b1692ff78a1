import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { compare, countVerdicts, directories, stageImport, valueAt, type StagedPeople } from '@vouchsafe/directory-domain';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import { newEvent, RequestKeyReused, TooMuchContention } from '@vouchsafe/event-store';
import { currentCorrelation } from '@vouchsafe/telemetry';
import { findGradeRanks } from '../grade-ranks/grade-ranks.js';
import { loadKeys, withThoseWhoSignInAlready } from '../identity-cards/load-keys.js';
import { findProfile } from '../mapping-profiles/mapping-profiles.js';
import { stagePeopleFile } from '../read-people-file/stage-people-file.js';
import { asRejection, type StagingRejection } from '../refusals/refusals.js';
import { DIRECTORY_STREAM, loadDirectory, type BelievedDirectory } from './directory-state.js';
import type { ImportDeps, Importer } from './import-deps.js';
import { shortFileName } from './import-review.js';
import { finishRecording } from './record-import.js';
import { changesDigest, dropExpired, dropImport, findStagedImport, pagesOf, stageKey, writeStagedImport, type StagedImport, type ToStage } from './staged-import.js';

/** A file to stage, and how it is to be read. */
export interface StageFile {
  readonly importId: string;
  /** Stands for this request: the same key again must bring the same file. */
  readonly requestKey: string;
  readonly fileName: string;
  readonly profile: string;
  readonly asOf: IsoDate;
  /** From old key to new, for posts (in a file of people: employee numbers) that the employer renumbered. */
  readonly keyMap?: Readonly<Record<string, string>>;
  readonly limitBytes?: number;
  /** Only in logs of sample data. */
  readonly recordedAt?: string;
}

export type StagedOutcome =
  | { readonly accepted: true; readonly position: Position; readonly import: StagedImport; readonly directory: BelievedDirectory }
  | { readonly accepted: false; readonly rejection: StagingRejection };

const TRIES = 5;
/** Work on a whole file may take longer than a request: a page at a time, each statement is still short. */
export const FILE_WORK = { statementTimeout: 60_000 };

/** Reads and judges a file, compares it with the directory, keeps what it would change, and notes it in the log. The directory is not touched.
 * Killed at any point it leaves nothing that counts: what the log does not name is replaced by the next try, or swept.
 * @throws RequestKeyReused if the key stood for another file or another way to read it */
export const stageFile = async (deps: ImportDeps, tenant: TenantId, actor: Importer, source: Readable | AsyncIterable<Uint8Array>, file: StageFile): Promise<StagedOutcome> => {
  const { database, log, clock } = deps;
  const { importId, requestKey, asOf, keyMap = {} } = file;
  if (asOf > clock.today()) return { accepted: false, rejection: { reason: 'DayIsInTheFuture', today: clock.today() } };
  const { profile, ranks } = await database.withTenant(tenant, async (tx) => ({ profile: await findProfile(tx, file.profile), ranks: await findGradeRanks(tx) }));
  if (!profile) return { accepted: false, rejection: { reason: 'ProfileIsUnknown', profile: file.profile } };
  const read = await stagePeopleFile(source, { profile, ranks, asOf, ...(file.limitBytes === undefined ? {} : { limitBytes: file.limitBytes }) });
  if (read.refusal) return { accepted: false, rejection: asRejection(read.refusal) };
  const request = JSON.stringify([read.digest, profile.name, asOf, Object.entries(keyMap).sort()]);

  await database.withTenant(tenant, dropExpired, FILE_WORK);
  for (let tries = TRIES; tries > 0; tries -= 1) {
    const directory = await loadDirectory(deps, tenant);
    if (valueAt(directory.state.imports, importId)) {
      const known = await database.withTenant(tenant, (tx) => findStagedImport(tx, importId));
      if (known?.request !== request) throw new RequestKeyReused(requestKey);
      return { accepted: true, position: (await log.head(tenant)).position, import: known, directory };
    }
    if (directory.state.recording) {
      // Whoever confirmed it may be gone: it is taken to its end, and then there is a directory to compare with.
      await finishRecording(deps, tenant, directory.state.recording.importId);
      continue;
    }
    const made = await compareWith(deps, tenant, directory, read.staged, { ...file, digest: read.digest, request });
    if (!made.accepted) return made;
    const { toStage } = made;
    const decision = stageImport(toStage.staged, directory.state);
    if (!decision.accepted) throw new TooMuchContention(DIRECTORY_STREAM); // it was compared with this very state
    await database.withTenant(tenant, (tx) => writeStagedImport(tx, toStage), FILE_WORK);
    const result = await log.append(tenant, {
      requestKey: stageKey(importId), content: request, actor: actor.actorId, correlation: currentCorrelation() ?? requestKey, conflictIsFinal: false,
      ...(file.recordedAt === undefined ? {} : { recordedAt: file.recordedAt }),
      writes: [{ stream: DIRECTORY_STREAM, expected: directory.version, events: decision.events.map((event) => newEvent(directories, event, asOf)) }],
    });
    if (result.outcome === 'appended') {
      const { pages: _pages, verdicts: _verdicts, ...row } = toStage;
      return {
        accepted: true, position: result.position, directory: await loadDirectory(deps, tenant, directory),
        import: { ...row, importId, state: 'STAGED', actor: null, correlation: null, recordedAt: null, cardsWritten: false, stagedOn: clock.utcToday() },
      };
    }
    await database.withTenant(tenant, (tx) => dropImport(tx, importId), FILE_WORK);
    if (result.outcome === 'key-reused') throw new RequestKeyReused(requestKey);
  }
  throw new TooMuchContention(DIRECTORY_STREAM);
};

const compareWith = async (
  { database }: ImportDeps, tenant: TenantId, { state }: BelievedDirectory, staged: StagedPeople, file: StageFile & { digest: string; request: string },
): Promise<{ accepted: true; toStage: ToStage } | { accepted: false; rejection: StagingRejection }> => {
  const secret = await database.installationSecret();
  const keys = await database.withTenant(tenant, async (tx) => withThoseWhoSignInAlready(tx, secret, staged, await loadKeys(tx)), FILE_WORK);
  const result = compare(staged, state, { keys, newId: randomUUID, ...(file.keyMap ? { keyMap: file.keyMap } : {}) });
  if (!result.accepted) return result;
  const { compared } = result;
  const pages = pagesOf(compared);
  const { importId, fileName, digest, request } = file;
  const { profile: { name, version }, asOf, figures, rejectedRows, verdicts } = staged;
  const { comparedWith, changes, counts, leave: { holdersBefore, leaving } } = compared;
  return {
    accepted: true,
    toStage: {
      fileName: shortFileName(fileName), request, pages, verdicts,
      staged: {
        importId, fileDigest: digest, profile: { name, version }, asOf, comparedWith, figures, verdicts: countVerdicts(verdicts) as Record<string, number>, rejectedRows,
        changes: counts, leave: { holdersBefore, leaving }, changeCount: changes.length, changesDigest: changesDigest(pages.change),
      },
    },
  };
};
