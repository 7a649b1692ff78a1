import { chiSquaredAbove } from '../special/chi-squared.js';
import { overlapping, sumOver, type Stratum } from './stratum.js';

export interface MantelHaenszelTest {
  readonly chiSquared: number;
  readonly p: number;
  /** The smallest expected cell, added up over the strata. */
  readonly smallestExpected: number;
}

/** Whether two groups differ within strata, with continuity correction: (|Σa − ΣE(a)| − ½)² / ΣVar(a) on one degree of freedom. The half is never more
 * than the difference itself.
 * @param strata in any order; those without people of both groups are left out
 * @returns null where in every stratum all or none had it: nothing varies
 * @throws RangeError for what is no count
 * @see Mantel & Haenszel, "Statistical Aspects of the Analysis of Data from Retrospective Studies of Disease", JNCI 22 (1959) */
export const mantelHaenszelTest = (strata: readonly Stratum[]): MantelHaenszelTest | null => {
  const { kept } = overlapping(strata);
  const variance = sumOver(kept, (a, b, c, d, n) => ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1))); // n ≥ 2: both groups are there
  if (variance === 0) return null;
  const excess = sumOver(kept, (a, b, c, _d, n) => a - ((a + b) * (a + c)) / n);
  const chiSquared = Math.max(0, Math.abs(excess) - 0.5) ** 2 / variance;
  const smallestExpected = Math.min(
    sumOver(kept, (a, b, c, _d, n) => ((a + b) * (a + c)) / n), sumOver(kept, (a, b, _c, d, n) => ((a + b) * (b + d)) / n),
    sumOver(kept, (a, _b, c, d, n) => ((c + d) * (a + c)) / n), sumOver(kept, (_a, b, c, d, n) => ((c + d) * (b + d)) / n),
  );
  return { chiSquared, p: chiSquaredAbove(chiSquared, 1), smallestExpected };
};
