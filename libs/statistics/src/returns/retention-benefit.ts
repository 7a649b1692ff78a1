import type { Interval } from '../figure/interval.js';
import type { ThreePoints } from './return-on-cost.js';

/** What it is worth that fewer leave: n_T (q_C − q_T) × cost per exit, q the share that left. From the worse end of the difference at the cost that makes it
 * worst, to the better end at the cost that makes it best.
 * @param n people in the treated group
 * @param fewerLeft q_C − q_T with its interval: above 0 where fewer of the treated left
 * @param costPerExit an input, never a constant: ≥ 0, low ≤ mid ≤ high
 * @returns in the unit of the cost */
export const retentionBenefit = (n: number, fewerLeft: { readonly value: number; readonly interval: Interval }, costPerExit: ThreePoints): ThreePoints => {
  const { low, high } = fewerLeft.interval;
  return {
    low: n * low * (low < 0 ? costPerExit.high : costPerExit.low),
    mid: n * fewerLeft.value * costPerExit.mid,
    high: n * high * (high < 0 ? costPerExit.low : costPerExit.high),
  };
};
