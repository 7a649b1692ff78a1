import type { Interval } from '../figure/interval.js';
import { Z_975 } from '../special/normal.js';
import type { LifeTable, LifeTableRow } from './life-table.js';

/** The curve from one time at which it falls to the next. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  /** S(time), in [0, 1]. */
  readonly survival: number;
  /** By Greenwood; null where the curve has reached 0, of which no variance is known. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** The share that is still without the event, S(t) = ∏(1 − dᵢ/nᵢ), with Greenwood's standard error and S·exp(±z√Σ dᵢ/(nᵢ(nᵢ − dᵢ))), capped at 1.
 * @returns one step for each time with an event, in rising order; before the first S is 1
 * @see Kaplan & Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958); Greenwood (1926); the interval as in Collett, Modelling
 * Survival Data in Medical Research, third edition (2015), section 2.2.3, there called that of the cumulative hazard */
export const kaplanMeier = (table: LifeTable): SurvivalStep[] => {
  let survival = 1;
  let sum = 0;
  return table.filter(({ events }) => events > 0).map(({ time, atRisk, events }) => {
    survival *= (atRisk - events) / atRisk;
    if (survival === 0) return { time, atRisk, events, survival, standardError: null, interval: null };
    sum += events / (atRisk * (atRisk - events));
    const spread = Math.exp(Z_975 * Math.sqrt(sum));
    return {
      time, atRisk, events, survival, standardError: survival * Math.sqrt(sum),
      interval: { method: 'GREENWOOD_LOG', low: survival / spread, high: Math.min(1, survival * spread) },
    };
  });
};

/** Whether S has come down to one half, in integers: 2·∏(nᵢ − dᵢ) ≤ ∏nᵢ. In doubles 11/18 · 9/11 is above its half. */
const isHalved = (steps: readonly Pick<LifeTableRow, 'atRisk' | 'events'>[]): boolean => {
  const product = (factors: readonly bigint[]): bigint => {
    if (factors.length <= 2) return (factors[0] ?? 1n) * (factors[1] ?? 1n);
    const middle = factors.length >> 1;
    return product(factors.slice(0, middle)) * product(factors.slice(middle));
  };
  // Where nobody was censored in between, a numerator is the next denominator: they cancel.
  const [left, all]: [bigint[], bigint[]] = [[], []];
  let before: number | undefined;
  for (const { atRisk, events } of steps) {
    if (before !== atRisk) {
      if (before !== undefined) left.push(BigInt(before));
      all.push(BigInt(atRisk));
    }
    before = atRisk - events;
  }
  left.push(BigInt(before ?? 1));
  return 2n * product(left) <= product(all);
};

/** The first time at which S ≤ 0.5.
 * @returns null where the curve does not come so far: the median is not reached */
export const median = (steps: readonly SurvivalStep[]): number | null => {
  const at = steps.findIndex(({ survival }) => survival <= 0.5 + 1e-9);
  if (at === -1) return null;
  const isThere = steps[at]!.survival < 0.5 - 1e-9 || isHalved(steps.slice(0, at + 1));
  return (isThere ? steps[at] : steps[at + 1])?.time ?? null;
};

/** S at a time: 1 before the first step. */
export const survivalAt = (steps: readonly SurvivalStep[], time: number): number => steps.findLast((step) => step.time <= time)?.survival ?? 1;
