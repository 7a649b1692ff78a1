import type { Interval } from '../figure/interval.js';
import { Z_975 } from '../special/normal.js';
import type { SurvivalStep } from './kaplan-meier.js';

export interface RestrictedMean {
  /** In the unit of the times. */
  readonly value: number;
  readonly variance: number;
  readonly interval: Interval;
  readonly tau: number;
}

/** The mean time without the event up to τ: RMST(τ) = ∫₀^τ S, with Var = Σ_{tᵢ<τ} (∫_{tᵢ}^τ S)² dᵢ/(nᵢ(nᵢ − dᵢ)).
 * @param steps of one group
 * @param tau > 0; no later than the last time of every group that is compared, for nothing is known beyond
 * @throws RangeError for a τ that is no such time
 * @see Irwin (1949); Royston & Parmar, "Restricted mean survival time", BMC Medical Research Methodology 13:152 (2013); Klein & Moeschberger,
 * Survival Analysis, second edition (2003), formulae 4.5.1 and 4.5.2 */
export const restrictedMean = (steps: readonly SurvivalStep[], tau: number): RestrictedMean => {
  if (!(tau > 0 && tau < Infinity)) throw new RangeError(`There is no mean up to ${tau}.`);
  const within = steps.filter(({ time }) => time < tau);
  let area = 0; // from the right: what lies under the curve between a step and τ
  let variance = 0;
  for (let at = within.length - 1; at >= 0; at -= 1) {
    const { time, atRisk, events, survival } = within[at]!;
    area += survival * ((within[at + 1]?.time ?? tau) - time);
    if (atRisk > events) variance += (area * area * events) / (atRisk * (atRisk - events)); // else the area is 0
  }
  const value = area + (within[0]?.time ?? tau);
  const half = Z_975 * Math.sqrt(variance);
  return { value, variance, tau, interval: { method: 'NORMAL', low: Math.max(0, value - half), high: Math.min(tau, value + half) } };
};
