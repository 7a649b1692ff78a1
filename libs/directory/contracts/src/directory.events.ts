import { eventCatalogue, type EventOf } from '@vouchsafe/event-schema';
import { ImportApplied, ImportConfirmed, ImportDiscarded, ImportStaged } from './import.events.js';
import {
  DirectoryFactCorrected, FunctionChanged, LevelChanged, PersonDeactivated, PersonJoined, PersonLeft, PersonReturned, PostClosed, PostFilled, PostOpened, PostRenumbered,
  PostVacated, ReportingLineChanged, UnitChanged, WorkingShareChanged,
} from './organization.events.js';

/** What changes the organization: posts, lines, holders. From these alone the graph of any day can be built. */
export const organizationEvents = eventCatalogue(
  PostOpened, PostClosed, PostRenumbered, LevelChanged, UnitChanged, FunctionChanged, ReportingLineChanged,
  PersonJoined, PersonLeft, PersonReturned, PostFilled, PostVacated, WorkingShareChanged,
  PersonDeactivated, DirectoryFactCorrected,
);
export type OrganizationEvent = EventOf<typeof organizationEvents>;

/** Everything in the stream `directory-graph`: the imports and, in the order of their application, their changes. */
export const directoryEvents = eventCatalogue(
  ImportStaged, ImportConfirmed, ImportApplied, ImportDiscarded, ...organizationEvents.types,
);
export type DirectoryEvent = EventOf<typeof directoryEvents>;
