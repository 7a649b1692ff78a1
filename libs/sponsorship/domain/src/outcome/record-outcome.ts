import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import {
  evidenceState, OutcomeRecorded, OutcomeVerified,
  type EvidenceState, type OutcomeEvent, type OutcomeFacts, type OutcomeSource, type PersonId,
} from '@vouchsafe/sponsorship-contracts';
import type { Outcome } from './outcome.js';

export type NoSuchOutcome = { reason: 'NoSuchOutcome'; outcomeId: string };
export type OutcomeIsRetracted = { reason: 'OutcomeIsRetracted'; outcomeId: string };
/** `by` is null where a system acts: the directory, or another one by a connection. */
export type Evidence = { by: PersonId | null; evidenceState: EvidenceState };
export type EvidenceRejection = { reason: 'OwnOutcomeCannotBeVerified' } | { reason: 'OnlyASystemMayVerifyThis' };

/** Nobody verifies what happened to themselves or what they recorded, and no person speaks for a system. */
const evidenceRefusal = ({ by, evidenceState: claimed }: Evidence, own: readonly (PersonId | null)[]): EvidenceRejection | null => {
  if (claimed === 'SELF_REPORTED' || by === null) return null;
  if (own.includes(by)) return { reason: 'OwnOutcomeCannotBeVerified' };
  return claimed === 'SYSTEM_VERIFIED' ? { reason: 'OnlyASystemMayVerifyThis' } : null;
};

export type RecordOutcome = Omit<OutcomeFacts, 'outcomeOccurredOn'> & Evidence
  & { outcomeId: string; personId: PersonId; source: OutcomeSource; occurredOn: IsoDate; today: IsoDate };
export type RecordOutcomeRejection = { reason: 'OutcomeAlreadyRecorded'; outcomeId: string } | { reason: 'NotYetHappened'; today: IsoDate } | EvidenceRejection;

/** What happened to a career. A manager who records what they saw may call it verified by a manager at once. */
export const recordOutcome = (command: RecordOutcome, state: Outcome): Decision<OutcomeEvent, RecordOutcomeRejection> => {
  const { outcomeId, personId, by, occurredOn, today } = command;
  if (state.status !== 'none') return reject({ reason: 'OutcomeAlreadyRecorded', outcomeId });
  if (occurredOn > today) return reject({ reason: 'NotYetHappened', today });
  const refusal = evidenceRefusal(command, [personId]);
  return refusal ? reject(refusal) : accept(OutcomeRecorded.of({ ...command, outcomeOccurredOn: occurredOn, recordedBy: by }));
};

export type VerifyOutcome = Evidence & { outcomeId: string };
export type VerifyOutcomeRejection =
  | NoSuchOutcome
  | OutcomeIsRetracted
  | EvidenceRejection
  | { reason: 'EvidenceMovesUpOnly'; current: EvidenceState };

/** Raises the state of evidence. Verifying again what is verified so already changes nothing. */
export const verifyOutcome = (command: VerifyOutcome, state: Outcome): Decision<OutcomeEvent, VerifyOutcomeRejection> => {
  const { outcomeId } = command;
  if (state.status === 'none') return reject({ reason: 'NoSuchOutcome', outcomeId });
  if (state.status === 'retracted') return reject({ reason: 'OutcomeIsRetracted', outcomeId });
  const refusal = evidenceRefusal(command, [state.personId, state.recordedBy]);
  if (refusal) return reject(refusal);
  const { evidenceState: current } = state;
  const rank = (of: EvidenceState) => evidenceState.options.indexOf(of);
  if (rank(command.evidenceState) < rank(current)) return reject({ reason: 'EvidenceMovesUpOnly', current });
  return command.evidenceState === current ? accept() : accept(OutcomeVerified.of(command));
};
