import type { Interval } from '../figure/interval.js';
import { Z_975 } from '../special/normal.js';
import { overlapping, sumOver, type Stratum } from './stratum.js';

export interface OddsRatio {
  /** First group to other. */
  readonly value: number;
  readonly interval: Interval;
}

/** The odds of the first group to those of the other within strata, Σ(ad/n) / Σ(bc/n), with the 95 % interval of Robins, Breslow & Greenland.
 * @param strata in any order; those without people of both groups are left out
 * @returns null where either sum is 0: there is no odds ratio
 * @throws RangeError for what is no count
 * @see Mantel & Haenszel (1959); Robins, Breslow & Greenland, "Estimators of the Mantel–Haenszel Variance Consistent in Both Sparse Data and
 * Large-Strata Limiting Models", Biometrics 42 (1986) */
export const mantelHaenszel = (strata: readonly Stratum[]): OddsRatio | null => {
  const { kept } = overlapping(strata);
  const r = sumOver(kept, (a, _b, _c, d, n) => (a * d) / n);
  const s = sumOver(kept, (_a, b, c, _d, n) => (b * c) / n);
  if (r === 0 || s === 0) return null;
  const pr = sumOver(kept, (a, _b, _c, d, n) => ((a + d) / n) * ((a * d) / n));
  const mixed = sumOver(kept, (a, b, c, d, n) => ((a + d) / n) * ((b * c) / n) + ((b + c) / n) * ((a * d) / n));
  const qs = sumOver(kept, (_a, b, c, _d, n) => ((b + c) / n) * ((b * c) / n));
  const spread = Math.exp(Z_975 * Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)));
  return { value: r / s, interval: { method: 'ROBINS_BRESLOW_GREENLAND', low: r / s / spread, high: (r / s) * spread } };
};
