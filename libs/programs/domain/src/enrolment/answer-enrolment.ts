import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { EnrolmentDeclined, ParticipantEnrolled, type EnrolmentEvent } from '@vouchsafe/programs-contracts';
import { openFrame, type Enrolment, type EnrolmentFrame, type FrameRejection } from './enrolment.js';

type Answer = { cohortId: string; personId: string; occurredOn: IsoDate; today: IsoDate };
type AnswerRejection =
  | { reason: 'EnrolmentIsNotRequested' }
  | { reason: 'NotYetHappened'; today: IsoDate };

export type ApproveEnrolment = Answer & EnrolmentFrame;
export type ApproveEnrolmentRejection = AnswerRejection | { reason: 'AlreadyEnrolled'; status: 'enrolled' } | FrameRejection;

export const approveEnrolment = (command: ApproveEnrolment, state: Enrolment): Decision<EnrolmentEvent, ApproveEnrolmentRejection> => {
  const { cohortId, personId, occurredOn, today } = command;
  if (state.status === 'enrolled') return reject({ reason: 'AlreadyEnrolled', status: 'enrolled' });
  if (state.status !== 'requested') return reject({ reason: 'EnrolmentIsNotRequested' });
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });
  const frame = openFrame(command, occurredOn);
  if (!frame.open) return reject(frame.rejection);
  return accept(ParticipantEnrolled.of({ cohortId, programId: state.programId, personId, role: state.role }));
};

export type DeclineEnrolment = Answer;
export type DeclineEnrolmentRejection = AnswerRejection;

/** A request may be declined whatever became of cohort and programme, so that none is left open. */
export const declineEnrolment = (
  { cohortId, personId, occurredOn, today }: DeclineEnrolment, state: Enrolment,
): Decision<EnrolmentEvent, DeclineEnrolmentRejection> => {
  if (state.status !== 'requested') return reject({ reason: 'EnrolmentIsNotRequested' });
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });
  return accept(EnrolmentDeclined.of({ cohortId, programId: state.programId, personId, role: state.role }));
};
