import { assert, array, integer, property, record } from 'fast-check';
import { levelAt, secondsUntil, type Budget, type Level } from './token-bucket.js';

const aBudget = record({ perSecond: integer({ min: 1, max: 1_000 }), atOnce: integer({ min: 1, max: 100_000 }) });
const requests = array(record({ after: integer({ min: 0, max: 5_000 }), cost: integer({ min: 0, max: 5_000 }) }), { maxLength: 60 });

/** Whoever asks at once, over and over, and what each was given. */
const served = (budget: Budget, asked: readonly { after: number; cost: number }[]): { at: number; spent: number }[] => {
  let level: Level | undefined;
  let now = 1_000_000;
  return asked.map(({ after, cost }) => {
    now += after;
    const full = levelAt(budget, level, now);
    const isGiven = secondsUntil(budget, full, cost) === 0;
    level = isGiven ? { ...full, left: full.left - cost } : full;
    return { at: now, spent: isGiven ? cost : 0 };
  });
};

it('gives out in no stretch of time more than it holds and what flowed in', () =>
  assert(property(aBudget, requests, (budget, asked) => {
    const given = served(budget, asked);
    return given.every((first, from) => given.slice(from).every((last, count) => {
      const spent = given.slice(from, from + count + 1).reduce((sum, each) => sum + each.spent, 0);
      return spent <= budget.atOnce + ((last.at - first.at) / 1_000) * budget.perSecond + 1e-6;
    }));
  })));

it('gives to whoever waited as long as they were told, and to nobody who waited less', () =>
  assert(property(aBudget, integer({ min: 0, max: 100_000 }), integer({ min: 0, max: 5_000 }), (budget, held, wanted) => {
    const level = { left: Math.min(held, budget.atOnce), at: 1_000_000 };
    const cost = Math.min(wanted, budget.atOnce);
    const seconds = secondsUntil(budget, level, cost);
    const enough = levelAt(budget, level, level.at + Math.ceil(seconds) * 1_000);
    const tooSoon = levelAt(budget, level, level.at + Math.max(0, seconds - 0.01) * 1_000);
    return secondsUntil(budget, enough, cost) === 0 && (seconds < 0.02 || secondsUntil(budget, tooSoon, cost) > 0);
  })));

it('is full for a newcomer, fills to its brim, and not by a clock that goes back', () => {
  const budget = { perSecond: 10, atOnce: 100 };
  expect(levelAt(budget, undefined, 5_000).left).toBe(100);
  expect(levelAt(budget, { left: 90, at: 0 }, 60_000).left).toBe(100);
  expect(levelAt(budget, { left: 50, at: 60_000 }, 0).left).toBe(50);
  expect(secondsUntil(budget, { left: 100, at: 0 }, 101)).toBe(Infinity);
});
