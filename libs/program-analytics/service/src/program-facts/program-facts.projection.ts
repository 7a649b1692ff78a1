import { eventCatalogue, type AnyEvent, type EventCatalogue, type Recorded } from '@vouchsafe/event-schema';
import { projection, type Fold } from '@vouchsafe/projections';
import { commitmentEvents, outcomeEvents } from '@vouchsafe/sponsorship-contracts';
import { keepingCells } from '../program-cells/keep-cells.js';
import { advocacyEvents, advocacyFacts } from './advocacy-fact.js';
import { commitmentFacts } from './commitment-fact.js';
import { enrolmentFacts, placeEvents } from './enrolment-fact.js';
import { outcomeFacts } from './outcome-fact.js';
import { peopleConcerned } from './people-concerned.js';
import { pledgeFacts } from './pledge-fact.js';
import { frameEvents, programFrameFacts } from './program-fact.js';

/** One kind of fact: the events that change it, and how. */
interface FactFold { readonly reads: EventCatalogue; readonly fold: Fold<never> }
const facts: readonly FactFold[] = [
  { reads: commitmentEvents, fold: commitmentFacts.fold as Fold<never> },
  { reads: commitmentEvents, fold: pledgeFacts.fold as Fold<never> },
  { reads: advocacyEvents, fold: advocacyFacts.fold as Fold<never> },
  { reads: outcomeEvents, fold: outcomeFacts.fold as Fold<never> },
  { reads: placeEvents, fold: enrolmentFacts.fold as Fold<never> },
  { reads: frameEvents, fold: programFrameFacts.fold as Fold<never> },
];

/** What programme figures are computed from: facts, which answer for any past, and cells kept beside them, which answer for the present.
 * One projection, so that all of them stand at one position. */
export const programFacts = projection({
  name: 'program-facts', version: 3, sql: new URL('./program-facts.sql', import.meta.url),
  tables: ['commitment_fact', 'pledge_fact', 'advocacy_fact', 'outcome_fact', 'enrolment_fact', 'program_fact', 'program_cell'],
  reads: eventCatalogue(...commitmentEvents.types, ...outcomeEvents.types, ...placeEvents.types, ...frameEvents.types),
  fold: keepingCells(async (events: readonly Recorded<AnyEvent>[], tables) => {
    for (const { reads, fold } of facts) await fold(events.filter(({ type }) => reads.byName.has(type)) as never, tables);
  }, peopleConcerned),
});
