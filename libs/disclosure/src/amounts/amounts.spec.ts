import { areEnoughForAQuantile, drawnWhileAtRisk, hidesItsLargest } from './amounts.js';

it('hides a sum in which little is left beside its two largest', () =>
  expect([hidesItsLargest([100, 50, 10]), hidesItsLargest([100, 50, 9]), hidesItsLargest([100, 50]), hidesItsLargest([]), hidesItsLargest([9_007_199_254_740_991, 1, 1])]).toEqual([true, false, false, true, false]));

it('gives no quantile of fewer than 4k people', () => expect([areEnoughForAQuantile(39, 10), areEnoughForAQuantile(40, 10)]).toEqual([false, true]));

it('draws a curve while k are at risk', () => {
  const steps = [{ atRisk: 30 }, { atRisk: 10 }, { atRisk: 9 }, { atRisk: 12 }];
  expect([drawnWhileAtRisk(steps, 10), drawnWhileAtRisk(steps.slice(0, 2), 10)]).toEqual([steps.slice(0, 2), steps.slice(0, 2)]);
});
