import type { Recorded } from '@vouchsafe/event-schema';
import { foldFacts } from '@vouchsafe/projections';
import type { OutcomeEvent, OutcomeFacts } from '@vouchsafe/sponsorship-contracts';

interface OutcomeFact {
  personId: string; programId: string | null; commitmentId: string | null; kind: string; occurredOn: string; evidenceState: string; actions: string[];
}

const stated = ({ programId, commitmentId, kind, outcomeOccurredOn }: OutcomeFacts) => ({ programId, commitmentId, kind, occurredOn: outcomeOccurredOn });

const step = (fact: OutcomeFact | undefined, { type, data }: Recorded<OutcomeEvent>): OutcomeFact | undefined => {
  switch (type) {
    case 'OutcomeRecorded': return { ...stated(data), personId: data.personId, evidenceState: data.evidenceState, actions: [] };
    case 'OutcomeVerified': return fact && { ...fact, evidenceState: data.evidenceState };
    case 'OutcomeLinked': return fact && { ...fact, actions: [...fact.actions, data.to.actionId] };
    case 'OutcomeCorrected': return fact && { ...fact, ...stated(data) };
    case 'OutcomeRetracted': return undefined;
  }
};

export const outcomeFacts = foldFacts('outcome_fact', ({ data }: OutcomeEvent) => data.outcomeId, step);
