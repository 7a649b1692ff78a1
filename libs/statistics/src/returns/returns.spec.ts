import { retentionBenefit } from './retention-benefit.js';
import { returnOnCost } from './return-on-cost.js';

const COST = { low: 10_000, mid: 20_000, high: 50_000 };

it('counts who did not leave, at low, mid and high', () => {
  const { low, mid, high } = retentionBenefit(80, { value: 0.2, interval: { method: 'NEWCOMBE', low: 0.05, high: 0.3 } }, COST);
  expect([Math.round(low), Math.round(mid), Math.round(high)]).toEqual([40_000, 320_000, 1_200_000]);
});

it('takes the high cost for the worse end where that is a loss', () =>
  expect(retentionBenefit(10, { value: 0.1, interval: { method: 'NEWCOMBE', low: -0.1, high: 0.3 } }, COST)).toEqual({ low: -50_000, mid: 20_000, high: 150_000 }));

it('is a return with its range', () => expect(returnOnCost({ low: 50, mid: 150, high: 400 }, 100, [80, 70]))
  .toEqual({ state: 'VALUE', value: 0.5, unit: 'RATIO', interval: { method: 'CARRIED_OVER', low: -0.5, high: 3 }, n: [80, 70], kind: null }));

it('shows no amount where there may be no benefit', () => expect([returnOnCost({ low: 0, mid: 150, high: 400 }, 100, [80]), returnOnCost({ low: 1, mid: 2, high: 3 }, 0, [80])])
  .toEqual([{ state: 'NOT_DISTINGUISHABLE', n: [80] }, { state: 'NOT_APPLICABLE' }]));

it('refuses benefits in another order', () => expect(() => returnOnCost({ low: 3, mid: 2, high: 4 }, 1, [1])).toThrow(RangeError));
