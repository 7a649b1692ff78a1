import type { Recorded } from '@vouchsafe/event-schema';
import { foldByKey, projection } from '@vouchsafe/projections';
import { outcomeEvents, type EvidenceState, type OutcomeEvent, type OutcomeFacts, type OutcomeSource } from '@vouchsafe/sponsorship-contracts';

export type OutcomeRow = Omit<OutcomeFacts, 'outcomeOccurredOn'> & {
  outcomeId: string; personId: string; recordedBy: string | null; source: OutcomeSource; evidenceState: EvidenceState; occurredOn: string;
  restsOn: { commitmentId: string; actionId: string }[]; state: 'recorded' | 'retracted';
};

const factsOf = ({ outcomeOccurredOn, kind, measure, programId, commitmentId }: OutcomeFacts) => ({ occurredOn: outcomeOccurredOn, kind, measure, programId, commitmentId });

const step = (row: OutcomeRow | undefined, { type, data }: Recorded<OutcomeEvent>): OutcomeRow | undefined => {
  if (type === 'OutcomeRecorded') {
    const { outcomeId, personId, recordedBy, source, evidenceState } = data;
    return { outcomeId, personId, recordedBy, source, evidenceState, ...factsOf(data), restsOn: [], state: 'recorded' };
  }
  if (!row) return undefined;
  switch (type) {
    case 'OutcomeVerified': return { ...row, evidenceState: data.evidenceState };
    case 'OutcomeLinked': return { ...row, restsOn: [...row.restsOn, { commitmentId: data.to.commitmentId, actionId: data.to.actionId }] };
    case 'OutcomeCorrected': return { ...row, ...factsOf(data) };
    case 'OutcomeRetracted': return { ...row, state: 'retracted' };
  }
};

export const outcomeOverview = projection({
  name: 'outcomes', version: 1, sql: new URL('./outcomes.sql', import.meta.url), tables: ['outcome'], reads: outcomeEvents,
  ...foldByKey('outcome', ({ data }: OutcomeEvent) => data.outcomeId, step),
});
