import type { Interval } from '../figure/interval.js';
import { Z_975 } from '../special/normal.js';
import { overlapping, type Stratum } from './stratum.js';

export interface StandardisedDifference {
  /** Σ_s (n_Ts/n_T)(p_Ts − p_Cs): ABSOLUTE. */
  readonly value: number;
  readonly interval: Interval;
  /** The rate of the first group, and that of the other if its people were spread over the strata as the first group's are. */
  readonly rates: readonly [one: number, other: number];
}

/** The difference of two rates, first less other, directly standardised to the first group: a person of the other group in stratum s has the weight
 * (n_Ts/n_Cs)(n_C/n_T). The 95 % interval is normal, with Σ w²(pq/n) of both arms; where nothing varies it has no width and proves nothing, so that
 * a figure made of it needs a test beside it.
 * @param strata in any order; those without people of both groups are left out
 * @returns null if none is left
 * @throws RangeError for what is no count
 * @see Rothman, Greenland & Lash, Modern Epidemiology, third edition (2008), chapter 15, on standardisation to the exposed */
export const standardisedDifference = (strata: readonly Stratum[]): StandardisedDifference | null => {
  const { kept, n: [people] } = overlapping(strata);
  if (kept.length === 0) return null;
  const rates: [number, number] = [0, 0];
  let variance = 0;
  for (const { one, other } of kept) {
    const weight = one.n / people;
    [one, other].forEach(({ count, n }, arm) => {
      const p = count / n;
      rates[arm]! += weight * p;
      variance += (weight * weight * p * (1 - p)) / n;
    });
  }
  const value = rates[0] - rates[1];
  const half = Z_975 * Math.sqrt(variance);
  return { value, interval: { method: 'NORMAL', low: value - half, high: value + half }, rates };
};
