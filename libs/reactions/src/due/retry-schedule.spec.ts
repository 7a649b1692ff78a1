import { delayAfter, overDays, overHours } from './retry-schedule.js';

it('waits as the schedule says, a fifth more or less', () => {
  expect([0, 0.5, 0.999_999].map((chance) => delayAfter([1_000, 60_000], 1, chance))).toEqual([800, 1_000, 1_200]);
  expect(delayAfter([1_000, 60_000], 2, 0.5)).toBe(60_000);
});

it('ends after the last', () => {
  expect(delayAfter([1_000, 60_000], 3, 0.5)).toBeUndefined();
  expect(delayAfter([], 1, 0.5)).toBeUndefined();
});

it.each([['overDays', overDays], ['overHours', overHours]])('%s waits longer each time', (_, schedule) => {
  expect([...schedule].sort((a, b) => a - b)).toEqual([...schedule]);
  expect(schedule.length).toBeGreaterThan(5);
});
