import { lifeTableOf, type Observation } from './life-table.js';
import { PLACEBO, SIX_MP } from './six-mp.fixtures.js';
import { commonTau, compareRestrictedMeans, compareTimes, timeToEvent } from './time-to-event.js';

const treated = lifeTableOf(SIX_MP);
const placebo = lifeTableOf(PLACEBO);
const watched = (events: number, others: number): Observation[] =>
  [...Array.from({ length: events }, (_, at) => ({ time: at + 1, event: true })), ...Array.from({ length: others }, () => ({ time: 20, event: false }))];

it('gives the curve, the median and the restricted mean up to the smallest of the last times', () => {
  const tau = commonTau([treated, placebo])!;
  expect(tau).toBe(23);
  const { n, events, steps, median, restrictedMean } = timeToEvent(treated, tau);
  expect([n, events, steps.length]).toEqual([21, 9, 7]);
  expect([median, restrictedMean]).toMatchObject([{ state: 'VALUE', value: 23, unit: 'TIME', n: [21] }, { state: 'VALUE', unit: 'TIME', interval: { method: 'NORMAL' } }]);
});

it('compares two groups', () => {
  expect(compareTimes([treated, placebo])).toMatchObject({ state: 'VALUE', test: { degrees: 1 } });
  expect(compareTimes([treated, treated]).state).toBe('NOT_DISTINGUISHABLE');
  expect(compareRestrictedMeans(treated, placebo, 23)).toMatchObject({ state: 'VALUE', kind: 'ABSOLUTE', unit: 'TIME', n: [21, 21] });
  expect(compareRestrictedMeans(treated, treated, 23)).toMatchObject({ state: 'NOT_DISTINGUISHABLE', value: 0 });
});

it('judges nothing under five events in all groups together', () => {
  const [two, three] = [lifeTableOf(watched(2, 30)), lifeTableOf(watched(3, 30))];
  expect([compareTimes([two, two]).state, compareTimes([two, three]).state]).toEqual(['TOO_FEW', 'NOT_DISTINGUISHABLE']);
  expect([timeToEvent(two, 20), timeToEvent(two, 20, 5)]).toMatchObject([{ median: { state: 'TOO_FEW' }, restrictedMean: { state: 'TOO_FEW', n: [32] } }, { restrictedMean: { state: 'VALUE' } }]);
  expect(compareRestrictedMeans(two, two, 20)).toEqual({ state: 'TOO_FEW', n: [32, 32] });
});

it('has no median that the curve does not reach', () => expect(timeToEvent(lifeTableOf(watched(5, 30)), 20).median).toEqual({ state: 'TOO_FEW', n: [35] }));

it('says nothing of nobody', () => {
  expect(timeToEvent([], null)).toMatchObject({ n: 0, median: { state: 'NOT_APPLICABLE' }, restrictedMean: { state: 'NOT_APPLICABLE' } });
  expect([compareTimes([treated, []]).state, compareRestrictedMeans(treated, [], 5).state, commonTau([treated, []])]).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE', null]);
});
