import type { Database } from '@vouchsafe/access';
import type { Clock, EventStore } from '@vouchsafe/event-store';

/** What importing works with. */
export interface ImportDeps {
  readonly database: Database;
  readonly log: EventStore;
  readonly clock: Clock;
  /** See `DirectorySource`. */
  readonly snapshotAfter?: number;
}

/** Under whose name an import is written. */
export interface Importer {
  readonly actorId: `person:${string}` | `system:${string}`;
}
