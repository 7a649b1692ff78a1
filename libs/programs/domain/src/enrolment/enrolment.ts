import { stream } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { enrolmentEvents, type EnrolmentEvent, type EnrolmentRole } from '@vouchsafe/programs-contracts';
import type { Cohort } from '../cohort/cohort.js';
import type { Program } from '../program/program.js';

/** One person's place in one cohort. Who was declined or has left may ask again. */
export type Enrolment =
  | { status: 'none' }
  | { status: 'requested' | 'enrolled' | 'declined' | 'withdrawn'; programId: string; role: EnrolmentRole };

/** Where an enrolment takes place: cohort and programme, as read before the decision. */
export type EnrolmentFrame = { cohort: Cohort; program: Program };

export type FrameRejection =
  | { reason: 'CohortIsNotOpen' }
  | { reason: 'CohortIsClosed' }
  | { reason: 'ProgramIsNotOpen' }
  | { reason: 'ProgramIsClosed' };

/** Whether anybody may come in on that day.
 * @throws Error if the programme is not that of the cohort: the caller read the wrong one */
export const openFrame = ({ cohort, program }: EnrolmentFrame, day: IsoDate):
  | { open: true; program: Exclude<Program, { status: 'none' }> }
  | { open: false; rejection: FrameRejection } => {
  const shut = (reason: FrameRejection['reason']) => ({ open: false as const, rejection: { reason } });
  if (cohort.status === 'none') return shut('CohortIsNotOpen');
  if (program.status === 'none') return shut('ProgramIsNotOpen');
  if (program.definition.programId !== cohort.programId) throw new Error(`The cohort belongs to programme ${cohort.programId}, not ${program.definition.programId}.`);
  if (program.status === 'closed') return shut('ProgramIsClosed');
  if (program.status === 'draft') return shut('ProgramIsNotOpen');
  if (cohort.status === 'closed' || (cohort.closesOn !== null && cohort.closesOn < day)) return shut('CohortIsClosed');
  return { open: true, program };
};

const evolve = (_: Enrolment, { type, data: { programId, role } }: EnrolmentEvent): Enrolment => {
  switch (type) {
    case 'EnrolmentRequested': return { status: 'requested', programId, role };
    case 'ParticipantEnrolled': return { status: 'enrolled', programId, role };
    case 'EnrolmentDeclined': return { status: 'declined', programId, role };
    case 'ParticipantWithdrawn': return { status: 'withdrawn', programId, role };
  }
};

/** One per person and cohort, under `enrolmentId`: two requests at once meet at one stream's version, and the second is refused. */
export const enrolments = stream<Enrolment, EnrolmentEvent>('enrolment', enrolmentEvents, { status: 'none' }, evolve);
