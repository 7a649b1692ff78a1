import { stream } from '@vouchsafe/decider';
import { outcomeEvents, type EvidenceState, type OutcomeEvent, type OutcomeFacts, type PersonId } from '@vouchsafe/sponsorship-contracts';

export type Outcome =
  | { status: 'none' }
  | {
    status: 'recorded' | 'retracted';
    personId: PersonId;
    /** Null where a system recorded it. */
    recordedBy: PersonId | null;
    evidenceState: EvidenceState;
    facts: OutcomeFacts;
    /** The actions it is said to rest on. */
    actions: readonly { commitmentId: string; actionId: string }[];
  };

const factsOf = ({ outcomeOccurredOn, kind, measure, programId, commitmentId }: OutcomeFacts): OutcomeFacts =>
  ({ outcomeOccurredOn, kind, measure, programId, commitmentId });

export const evolve = (state: Outcome, { type, data }: OutcomeEvent): Outcome => {
  switch (type) {
    case 'OutcomeRecorded': {
      const { personId, recordedBy, evidenceState } = data;
      return { status: 'recorded', personId, recordedBy, evidenceState, facts: factsOf(data), actions: [] };
    }
    case 'OutcomeVerified': return state.status === 'none' ? state : { ...state, evidenceState: data.evidenceState };
    case 'OutcomeLinked': {
      const { commitmentId, actionId } = data.to;
      return state.status === 'none' ? state : { ...state, actions: [...state.actions, { commitmentId, actionId }] };
    }
    case 'OutcomeCorrected': return state.status === 'none' ? state : { ...state, facts: factsOf(data) };
    case 'OutcomeRetracted': return state.status === 'none' ? state : { ...state, status: 'retracted' };
  }
};

/** Category `outcome`, id = outcomeId. */
export const outcomes = stream<Outcome, OutcomeEvent>('outcome', outcomeEvents, { status: 'none' }, evolve);
