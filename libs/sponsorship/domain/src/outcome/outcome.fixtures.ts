import { OutcomeRecorded, type OutcomeFacts } from '@vouchsafe/sponsorship-contracts';
import type { CorrectOutcome } from './correct-outcome.js';
import type { RecordOutcome } from './record-outcome.js';

export const BEN = 'ben'; // whose career it is
export const AMARA = 'amara'; // the sponsor, who writes it down
export const MARTA = 'marta'; // a manager, who can vouch for it
export const TODAY = '2025-11-03';

const facts: OutcomeFacts = {
  outcomeOccurredOn: '2025-10-01', kind: 'PROMOTION', measure: { value: 20, unit: 'RANK_TENTHS', baseline: 10 }, programId: 'prog1', commitmentId: 'c1',
};

export const anOutcomeRecorded = (changed: Partial<Parameters<typeof OutcomeRecorded.of>[0]> = {}) => OutcomeRecorded.of({
  outcomeId: 'o1', ...facts, personId: BEN, evidenceState: 'SELF_REPORTED', source: 'PERSON', recordedBy: AMARA, ...changed,
});

const { outcomeOccurredOn, ...others } = facts;
export const toRecordOutcome = (changed: Partial<RecordOutcome> = {}): RecordOutcome => ({
  outcomeId: 'o1', ...others, occurredOn: outcomeOccurredOn, today: TODAY, personId: BEN, by: AMARA, evidenceState: 'SELF_REPORTED', source: 'PERSON', ...changed,
});
export const toCorrectOutcome = (changed: Partial<CorrectOutcome> = {}): CorrectOutcome =>
  ({ outcomeId: 'o1', ...facts, by: AMARA, today: TODAY, reason: 'The rank did not change', ...changed });
