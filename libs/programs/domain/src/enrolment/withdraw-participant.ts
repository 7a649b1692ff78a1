import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { ParticipantWithdrawn, type EnrolmentEvent } from '@vouchsafe/programs-contracts';
import type { Enrolment } from './enrolment.js';

export type WithdrawParticipant = { cohortId: string; personId: string; occurredOn: IsoDate; today: IsoDate };
export type WithdrawParticipantRejection = { reason: 'ParticipantIsNotEnrolled' } | { reason: 'NotYetHappened'; today: IsoDate };

/** Takes back a request or ends a place. Leaving is always open, in a closed cohort too. */
export const withdrawParticipant = (
  { cohortId, personId, occurredOn, today }: WithdrawParticipant, state: Enrolment,
): Decision<EnrolmentEvent, WithdrawParticipantRejection> => {
  if (state.status !== 'requested' && state.status !== 'enrolled') return reject({ reason: 'ParticipantIsNotEnrolled' });
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });
  return accept(ParticipantWithdrawn.of({ cohortId, programId: state.programId, personId, role: state.role }));
};
