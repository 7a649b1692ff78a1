import { eventCatalogue, type Recorded } from '@vouchsafe/event-schema';
import { foldAll, foldByKey, projection } from '@vouchsafe/projections';
import {
  cohortEvents, programEvents, type CohortEvent, type EligibilityRule, type ProgramEvent, type ProgramKind, type ProgramSettings,
} from '@vouchsafe/programs-contracts';

export interface ProgramRow {
  programId: string; name: string; kind: ProgramKind; status: 'DRAFT' | 'OPEN' | 'CLOSED'; termStart: string | null; termEnd: string | null;
  definition: { goals: readonly string[]; population: EligibilityRule | null; places: { proteges: number; sponsors: number } | null };
  rules: { version: number; settings: ProgramSettings; eligibility: { proteges: EligibilityRule; sponsors: EligibilityRule } } | Record<string, never>;
}
export interface CohortRow { cohortId: string; programId: string; name: string; opensOn: string; closesOn: string | null; closed: boolean }

const reads = eventCatalogue(...programEvents.types, ...cohortEvents.types);
type Event = ProgramEvent | CohortEvent;

const program = (row: ProgramRow | undefined, { type, data }: Recorded<Event>): ProgramRow | undefined => {
  if (type === 'ProgramDefined') {
    const { programId, name, kind, goals, term, population, places } = data;
    const defined = { programId, name, kind, termStart: term?.start ?? null, termEnd: term?.end ?? null, definition: { goals, population, places } };
    return { status: 'DRAFT', rules: {}, ...row, ...defined };
  }
  if (!row) return undefined;
  switch (type) {
    case 'ProgramRulesSet': return { ...row, rules: { version: data.version, settings: data.settings, eligibility: data.eligibility } };
    case 'ProgramOpened': return { ...row, status: 'OPEN' };
    case 'ProgramClosed': return { ...row, status: 'CLOSED' };
    case 'CohortOpened':
    case 'CohortClosed': return row;
  }
};

const cohort = (row: CohortRow | undefined, { type, data }: Recorded<Event>): CohortRow | undefined => {
  switch (type) {
    case 'CohortOpened': return { ...data, closed: false };
    case 'CohortClosed': return row && { ...row, closed: true };
    case 'ProgramDefined':
    case 'ProgramRulesSet':
    case 'ProgramOpened':
    case 'ProgramClosed': return row;
  }
};

export const programOverview = projection({
  name: 'program-overview', version: 1, sql: new URL('./program-overview.sql', import.meta.url), tables: ['program_overview', 'cohort'], reads,
  ...foldAll<Event>(
    foldByKey<Event, ProgramRow>('program_overview', ({ data }) => ('cohortId' in data ? undefined : data.programId), program),
    foldByKey<Event, CohortRow>('cohort', ({ data }) => ('cohortId' in data ? data.cohortId : undefined), cohort),
  ),
});

/** The second table, as a query names it. */
export const cohortTable = `read.${programOverview.tables['cohort']!}`;
