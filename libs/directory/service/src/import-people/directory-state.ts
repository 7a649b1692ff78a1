import type { Database } from '@vouchsafe/access';
import { fold, streamName } from '@vouchsafe/decider';
import type { DirectoryEvent } from '@vouchsafe/directory-contracts';
import { directories, DIRECTORY_ID, type Directory, type ImportBook } from '@vouchsafe/directory-domain';
import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import { findSnapshot, keepSnapshot, snapshotVersion } from './directory-snapshot.js';

export const DIRECTORY_STREAM = streamName(directories, DIRECTORY_ID);
const PAGE = 5_000;
const WORTH_A_SNAPSHOT = 5_000;

/** Where the directory is read from. */
export interface DirectorySource {
  readonly database: Database;
  readonly log: EventStore;
  /** Whoever had to fold so many events leaves a snapshot, so that the next one has not. 5,000 if left out. */
  readonly snapshotAfter?: number;
}

/** The directory as the log has it, and the version of the stream that says so. */
export interface BelievedDirectory {
  readonly state: Directory;
  readonly version: number;
}

/** What of it decisions about imports turn on. */
export interface BelievedImports {
  readonly state: ImportBook;
  readonly version: number;
}

const nothing: BelievedDirectory = { state: directories.initial, version: 0 };

/** Folds on in pages, so that only the state is held and never the history. */
const foldOn = async (log: EventStore, tenant: TenantId, { state: from, version: read }: BelievedDirectory): Promise<BelievedDirectory> => {
  let [state, version] = [from, read];
  for (;;) {
    const page = await log.readStream(tenant, DIRECTORY_STREAM, { afterVersion: version, max: PAGE });
    const events = page.map((stored) => readEvent(directories.catalogue, stored) as unknown as DirectoryEvent);
    state = fold({ ...directories, initial: state }, events);
    version += page.length;
    if (page.length < PAGE) return { state, version };
  }
};

/** The whole directory: from its snapshot, and the events since.
 * @param from an earlier answer, to go on from there */
export const loadDirectory = async ({ database, log, snapshotAfter = WORTH_A_SNAPSHOT }: DirectorySource, tenant: TenantId, from?: BelievedDirectory): Promise<BelievedDirectory> => {
  const begin = from ?? await findSnapshot(database, tenant, 'everything') ?? nothing;
  const believed = await foldOn(log, tenant, begin);
  if (believed.version - begin.version >= snapshotAfter) await keepSnapshot(database, tenant, believed);
  return believed;
};

/** Leaves a snapshot if the newest is far behind a version. */
export const keepUpSnapshot = async (source: DirectorySource, tenant: TenantId, version: number): Promise<void> => {
  const { database, snapshotAfter = WORTH_A_SNAPSHOT } = source;
  if (version - await snapshotVersion(database, tenant) >= snapshotAfter) await loadDirectory(source, tenant);
};

/** What decisions about imports turn on, without a post or a person: as far as there is a snapshot, it costs what happened since.
 * @param from an earlier answer, of this or of `loadDirectory`, to go on from there */
export const loadImports = async (source: DirectorySource, tenant: TenantId, from?: BelievedImports): Promise<BelievedImports> => {
  if (from) return foldOn(source.log, tenant, { ...from, state: { ...directories.initial, ...from.state } });
  const begin = await findSnapshot(source.database, tenant, 'imports');
  return begin ? foldOn(source.log, tenant, begin) : loadDirectory(source, tenant);
};
