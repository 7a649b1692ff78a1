import { eventCatalogue, type EventOf } from '@vouchsafe/event-schema';
import { cohortEvents } from './cohort.events.js';
import { enrolmentEvents } from './enrolment.events.js';
import { programEvents } from './program.events.js';

/** Everything that programmes publish, for readers of whole logs. */
export const programsEvents = eventCatalogue(...programEvents.types, ...cohortEvents.types, ...enrolmentEvents.types);
export type ProgramsEvent = EventOf<typeof programsEvents>;
