import { reacting, type SpecEvent } from '@vouchsafe/reactions/testing';
import { OutcomeLinked, OutcomeRecorded, OutcomeRetracted } from '@vouchsafe/sponsorship-contracts';
import { AMARA, aCommitmentMade, BEN } from '@vouchsafe/sponsorship-domain/testing';
import { whenOutcomeRecordedWithoutAdvocacyAskForAttribution } from './when-outcome-recorded-without-advocacy-ask-for-attribution.js';

const anOutcome = (facts: Partial<Parameters<typeof OutcomeRecorded.of>[0]> = {}) => ({
  ...OutcomeRecorded.of({
    outcomeId: 'o1', personId: BEN, kind: 'PROMOTION', outcomeOccurredOn: '2025-01-31', measure: null, programId: 'prog1', commitmentId: 'c1', evidenceState: 'SELF_REPORTED', source: 'PERSON', recordedBy: BEN, ...facts,
  }),
  recordedAt: '2025-06-02T16:20:00.000Z',
});
const DUE = '2025-06-16T08:00:00.000Z';
const asked = (to: string) => ({ kind: 'effect', name: 'mail', lane: '', payload: { to, kind: 'ATTRIBUTION_WANTED', about: { what: 'outcome', id: 'o1' }, day: null } });
const linked = OutcomeLinked.of({ outcomeId: 'o1', to: { kind: 'ACTION', commitmentId: 'c1', actionId: 'a1' } });
const following = (...events: readonly SpecEvent[]) => {
  const policy = reacting(whenOutcomeRecordedWithoutAdvocacyAskForAttribution());
  policy.on(...events);
  return policy;
};

it('asks the pair two weeks after the recording, and once', () => {
  const policy = following(aCommitmentMade(), anOutcome());
  expect(policy.at('2025-06-16T07:59:59Z')).toEqual([]);
  expect(policy.at(DUE)).toEqual([asked(BEN), asked(AMARA)]);
  expect(policy.at('2025-07-16T08:00:00Z')).toEqual([]);
});

it('waits as long as it is told', () => {
  const policy = reacting(whenOutcomeRecordedWithoutAdvocacyAskForAttribution({ graceDays: 30 }));
  policy.on(anOutcome());
  expect(policy.alarms()).toEqual({ o1: '2025-07-02T08:00:00.000Z' });
});

it.each([['was linked', linked], ['was retracted', OutcomeRetracted.of({ outcomeId: 'o1', reason: 'twice' })]])('asks nobody about what %s meanwhile', (_, event) =>
  expect(following(aCommitmentMade(), anOutcome(), event).at(DUE)).toEqual([]));

it('asks the protégé alone where no commitment is named, and nobody who never was one', () => {
  expect(following(aCommitmentMade(), anOutcome({ commitmentId: null })).at(DUE)).toEqual([asked(BEN)]);
  expect(following(anOutcome({ commitmentId: null })).at(DUE)).toEqual([]);
});

it('knows of a commitment that was recorded after the outcome', () => expect(following(anOutcome(), aCommitmentMade()).at(DUE)).toEqual([asked(BEN), asked(AMARA)]));
it('asks nobody why they left', () => expect(following(aCommitmentMade(), anOutcome({ kind: 'EXIT' })).alarms()).toEqual({}));
