import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import {
  EnrolmentRequested, rolesOfKind, type EligibilityField, type EnrolmentEvent, type EnrolmentRole, type ProgramKind,
} from '@vouchsafe/programs-contracts';
import { unmetFields, type PersonStanding } from '../program/eligibility.js';
import { openFrame, type Enrolment, type EnrolmentFrame, type FrameRejection } from './enrolment.js';

export type RequestEnrolment = EnrolmentFrame & {
  cohortId: string;
  personId: string;
  role: EnrolmentRole;
  /** The yes, and who gave it: only the person's own counts. */
  agreed: boolean;
  by: string;
  /** The person as the directory knows them on that day. */
  standing: PersonStanding;
  occurredOn: IsoDate;
  today: IsoDate;
};
export type RequestEnrolmentRejection =
  | { reason: 'ParticipantHasNotAgreed' }
  | { reason: 'AlreadyEnrolled'; status: 'requested' | 'enrolled' }
  | { reason: 'NotYetHappened'; today: IsoDate }
  | { reason: 'KindDoesNotAllowThis'; kind: ProgramKind; role: EnrolmentRole }
  | { reason: 'IsNotEligible'; unmet: readonly EligibilityField[] }
  | FrameRejection;

export const requestEnrolment = (command: RequestEnrolment, state: Enrolment): Decision<EnrolmentEvent, RequestEnrolmentRejection> => {
  const { cohortId, personId, role, agreed, by, standing, occurredOn, today } = command;
  if (!agreed || by !== personId) return reject({ reason: 'ParticipantHasNotAgreed' });
  if (state.status === 'requested' || state.status === 'enrolled') return reject({ reason: 'AlreadyEnrolled', status: state.status });
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });
  const frame = openFrame(command, occurredOn);
  if (!frame.open) return reject(frame.rejection);

  const { definition: { kind, programId, population }, rules: { version, eligibility } } = frame.program;
  if (!rolesOfKind[kind].includes(role)) return reject({ reason: 'KindDoesNotAllowThis', kind, role });
  const isGuided = role === 'PROTEGE' || role === 'MENTEE';
  const unmet = unmetFields(isGuided ? [...(population ?? []), ...eligibility.proteges] : eligibility.sponsors, standing);
  if (unmet.length > 0) return reject({ reason: 'IsNotEligible', unmet });
  return accept(EnrolmentRequested.of({ cohortId, programId, personId, role, agreed: true, rulesVersion: version }));
};
