import type { Interval } from '../figure/interval.js';
import type { Arm } from './arm.js';
import { wilson } from './wilson.js';

/** The 95 % interval of the difference of two shares, p₁ − p₂, from their Wilson limits.
 * @returns limits within [−1, 1]
 * @throws RangeError for what is no count, and for an empty group
 * @see Newcombe, "Interval Estimation for the Difference between Independent Proportions", Statistics in Medicine 17 (1998), method 10 */
export const newcombe = (one: Arm, other: Arm): Interval => {
  const [p1, p2] = [one.count / one.n, other.count / other.n];
  const [first, second] = [wilson(one), wilson(other)];
  return {
    method: 'NEWCOMBE',
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  };
};
