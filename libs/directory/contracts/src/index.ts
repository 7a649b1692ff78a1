export { changeCounts, ImportApplied, ImportConfirmed, ImportDiscarded, ImportStaged, organizationFigures } from './import.events.js';
export {
  DirectoryFactCorrected, FunctionChanged, LevelChanged, PersonDeactivated, PersonJoined, PersonLeft, PersonReturned, PostClosed, PostFilled, PostOpened, PostRenumbered,
  PostVacated, ReportingLineChanged, UnitChanged, WorkingShareChanged,
} from './organization.events.js';
export { directoryEvents, organizationEvents, type DirectoryEvent, type OrganizationEvent } from './directory.events.js';
export { PersonCards, type PersonCard } from './person-cards.js';
export { PersonStandings, type DirectoryStanding } from './person-standings.js';
export { ReportingLines, type LineRelation } from './reporting-lines.js';
