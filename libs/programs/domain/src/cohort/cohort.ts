import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import type { DataOf, IsoDate } from '@vouchsafe/event-schema';
import { CohortClosed, cohortEvents, CohortOpened, type CohortEvent } from '@vouchsafe/programs-contracts';
import type { Program } from '../program/program.js';

/** The frame of a cohort. Who is in it stands in the streams of its enrolments. */
export type Cohort =
  | { status: 'none' }
  | { status: 'open' | 'closed'; programId: string; closesOn: IsoDate | null };

export type OpenCohort = DataOf<typeof CohortOpened> & {
  /** As read before this decision. A programme that closes in the same moment lets in an empty cohort, and then nobody. */
  program: Program;
};
export type OpenCohortRejection =
  | { reason: 'CohortIsAlreadyOpen' }
  | { reason: 'CohortIsClosed' }
  | { reason: 'ProgramIsNotOpen' }
  | { reason: 'ProgramIsClosed' }
  | { reason: 'CohortClosesBeforeItOpens' };

export const openCohort = ({ program, ...cohort }: OpenCohort, state: Cohort): Decision<CohortEvent, OpenCohortRejection> => {
  if (state.status === 'open') return reject({ reason: 'CohortIsAlreadyOpen' });
  if (state.status === 'closed') return reject({ reason: 'CohortIsClosed' });
  if (program.status === 'closed') return reject({ reason: 'ProgramIsClosed' });
  if (program.status !== 'open') return reject({ reason: 'ProgramIsNotOpen' });
  if (cohort.closesOn !== null && cohort.closesOn < cohort.opensOn) return reject({ reason: 'CohortClosesBeforeItOpens' });
  return accept(CohortOpened.of(cohort));
};

export type CloseCohort = { cohortId: string };
export type CloseCohortRejection = { reason: 'CohortIsNotOpen' } | { reason: 'CohortIsClosed' };

/** Closes a cohort to newcomers, for good. Who is in it stays in it. */
export const closeCohort = ({ cohortId }: CloseCohort, state: Cohort): Decision<CohortEvent, CloseCohortRejection> => {
  switch (state.status) {
    case 'none': return reject({ reason: 'CohortIsNotOpen' });
    case 'closed': return reject({ reason: 'CohortIsClosed' });
    case 'open': return accept(CohortClosed.of({ cohortId, programId: state.programId }));
  }
};

const evolve = (state: Cohort, { type, data }: CohortEvent): Cohort => {
  switch (type) {
    case 'CohortOpened': return { status: 'open', programId: data.programId, closesOn: data.closesOn };
    case 'CohortClosed': return state.status === 'none' ? state : { ...state, status: 'closed' };
  }
};

export const cohorts = stream<Cohort, CohortEvent>('cohort', cohortEvents, { status: 'none' }, evolve);
