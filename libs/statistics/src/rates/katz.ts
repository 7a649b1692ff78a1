import type { Interval } from '../figure/interval.js';
import { Z_975 } from '../special/normal.js';
import { checkRates, type Arm } from './arm.js';

export interface RateRatio { readonly value: number; readonly interval: Interval }

/** The ratio of two shares, p₁/p₂, with RR·exp(±z√(1/a − 1/n₁ + 1/b − 1/n₂)).
 * @returns null if either count is 0: then only the absolute difference is shown
 * @throws RangeError for what is no count, and for an empty group
 * @see Katz, Baptista, Azen & Pike, "Obtaining Confidence Intervals for the Risk Ratio in Cohort Studies", Biometrics 34 (1978) */
export const katz = (one: Arm, other: Arm): RateRatio | null => {
  checkRates(one, other);
  if (one.count === 0 || other.count === 0) return null;
  const value = (one.count * other.n) / (one.n * other.count);
  const spread = Math.exp(Z_975 * Math.sqrt(1 / one.count - 1 / one.n + 1 / other.count - 1 / other.n));
  return { value, interval: { method: 'KATZ', low: value / spread, high: value * spread } };
};
