import { continuedFraction } from './continued-fraction.js';
import { findRoot } from './find-root.js';
import { binomialDensity } from './saddle-point.js';

/** The normalised incomplete beta function I_x(a, b) as `lower`, and 1 − I_x(a, b) as `upper`, the smaller one computed and not subtracted.
 * @param a > 0
 * @param b > 0
 * @param x in [0, 1]
 * @returns relative error about 1e-14
 * @throws RangeError outside these
 * @see DLMF 8.17.22 (continued fraction), 8.17.4 (reflection) */
export const incompleteBeta = (x: number, a: number, b: number): { readonly lower: number; readonly upper: number } => {
  if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) throw new RangeError(`The incomplete beta function is asked for at x = ${x}, a = ${a}, b = ${b}; it needs 0 ≤ x ≤ 1 and a, b > 0.`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === 1) return { lower: 1, upper: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = incompleteBeta(1 - x, b, a);
    return { lower: upper, upper: lower };
  }
  const fraction = continuedFraction(1, (k) => {
    const m = Math.floor(k / 2);
    const numerator = k % 2 === 0 ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)) : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [numerator, 1];
  });
  const lower = Math.min(1, (binomialDensity(a, b, x) * b) / ((a + b) * fraction));
  return { lower, upper: 1 - lower };
};

/** The point of a beta distribution that leaves `p` on the named side.
 * @param p in (0, 1); ask for the side on which it is small
 * @throws RangeError outside these */
export const betaQuantile = (a: number, b: number, p: number, side: 'LOWER' | 'UPPER'): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile is asked for at p = ${p}; it needs 0 < p < 1.`);
  const rising = side === 'LOWER' ? 1 : -1;
  return findRoot((x) => {
    const { lower, upper } = incompleteBeta(x, a, b);
    return { value: rising * ((side === 'LOWER' ? lower : upper) - p), slope: (binomialDensity(a, b, x) * a * b) / ((a + b) * x * (1 - x)) };
  }, { guess: a / (a + b), from: 0, to: 1 });
};
