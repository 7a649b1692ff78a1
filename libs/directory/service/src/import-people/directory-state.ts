import { fold, streamName } from '@vouchsafe/decider';
import type { DirectoryEvent } from '@vouchsafe/directory-contracts';
import { directories, DIRECTORY_ID, type Directory } from '@vouchsafe/directory-domain';
import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';

export const DIRECTORY_STREAM = streamName(directories, DIRECTORY_ID);
const PAGE = 5_000;

/** The directory as the log has it, and the version of the stream that says so. */
export interface BelievedDirectory {
  readonly state: Directory;
  readonly version: number;
}

/** Folds the directory in pages, so that only the state is held and never the history.
 * @param from an earlier answer, to go on from there */
export const loadDirectory = async (log: EventStore, tenant: TenantId, from?: BelievedDirectory): Promise<BelievedDirectory> => {
  let { state, version } = from ?? { state: directories.initial, version: 0 };
  for (;;) {
    const page = await log.readStream(tenant, DIRECTORY_STREAM, { afterVersion: version, max: PAGE });
    const events = page.map((stored) => readEvent(directories.catalogue, stored) as unknown as DirectoryEvent);
    state = fold({ ...directories, initial: state }, events);
    version += page.length;
    if (page.length < PAGE) return { state, version };
  }
};
