import { NOT_APPLICABLE, tooFew, type Figure, type KnownFigure } from '../figure/figure.js';
import { contains } from '../figure/interval.js';
import { checkArms, expectsUnderFive, smallestExpected, type Arm } from './arm.js';
import { fisherExact } from './fisher.js';
import { katz, type RateRatio } from './katz.js';
import { newcombe } from './newcombe.js';
import { pooledZ } from './pooled-z.js';
import { smallestDetectableDifference, type DetectableDifferences } from './smallest-detectable.js';

/** Two rates, compared: `absolute` p₁ − p₂ and `relative` p₁/p₂ − 1 are always shown together, in the same state. */
export interface RateComparison {
  readonly absolute: Figure;
  readonly relative: Figure;
}

/** The arithmetic under a comparison of two rates, whatever may be shown of it. */
export interface RateArithmetic {
  readonly ratio: RateRatio | null;
  readonly z: { readonly z: number; readonly p: number } | null;
  readonly fisher: number;
  readonly smallestExpected: number;
  /** From the second arm's rate. */
  readonly detectable: DetectableDifferences;
}

/** @param one n > 0
 * @param other n > 0
 * @throws RangeError for what is no count, and for an empty group */
export const rateArithmetic = (one: Arm, other: Arm): RateArithmetic => ({
  ratio: katz(one, other),
  z: pooledZ(one, other),
  fisher: fisherExact(one, other),
  smallestExpected: smallestExpected(one, other),
  detectable: smallestDetectableDifference(one.n, other.n, other.count / other.n),
});

/** The lift of one group over another: promotion, retention, or any other two rates. Distinguishable only if both intervals leave "no difference"
 * out and the p is below 0.05, so that the two never contradict each other.
 * @param corrected the p that decides where several looks were taken; null for Fisher's as it is
 * @throws RangeError for what is no count */
export const compareRates = (one: Arm, other: Arm, corrected: number | null = null): RateComparison => {
  checkArms(one, other);
  if (one.n === 0 || other.n === 0) return { absolute: NOT_APPLICABLE, relative: NOT_APPLICABLE };
  const n = [one.n, other.n];
  const difference = newcombe(one, other);
  const ratio = katz(one, other);
  const includesNone = contains(difference, 0) || (ratio !== null && contains(ratio.interval, 1));
  if (includesNone && expectsUnderFive(one, other)) return { absolute: tooFew(...n), relative: tooFew(...n) };

  const state = includesNone || (corrected ?? fisherExact(one, other)) >= 0.05 ? 'NOT_DISTINGUISHABLE' : 'VALUE';
  const figure = (value: number, interval: KnownFigure['interval'], kind: KnownFigure['kind']): KnownFigure => ({ state, value, unit: 'SHARE', interval, n, kind });
  return {
    absolute: figure(one.count / one.n - other.count / other.n, difference, 'ABSOLUTE'),
    relative: ratio === null ? NOT_APPLICABLE
      : figure(ratio.value - 1, { method: 'KATZ', low: ratio.interval.low - 1, high: ratio.interval.high - 1 }, 'RELATIVE'),
  };
};
