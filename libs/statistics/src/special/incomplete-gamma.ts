import { continuedFraction } from './continued-fraction.js';
import { poissonDensity } from './saddle-point.js';

/** The two parts of the normalised incomplete gamma function: `lower` P(a, x) and `upper` Q(a, x) = 1 − P, the smaller one computed and not subtracted.
 * @param a > 0
 * @param x ≥ 0
 * @returns relative error about 1e-14
 * @throws RangeError outside these
 * @see DLMF 8.7.1 (series, left of the mean), 8.9.2 (continued fraction, right of it) */
export const incompleteGamma = (a: number, x: number): { readonly lower: number; readonly upper: number } => {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`The incomplete gamma function is asked for at a = ${a}, x = ${x}; it needs a > 0 and x ≥ 0.`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const density = poissonDensity(a, x);
  if (x < a + 1) {
    let sum = 1;
    let term = 1;
    for (let k = 1; term > sum * 1e-17; k += 1) {
      term *= x / (a + k);
      sum += term;
    }
    const lower = Math.min(1, density * sum);
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (density * a) / continuedFraction(x + 1 - a, (k) => [k * (a - k), x + 2 * k + 1 - a]));
  return { lower: 1 - upper, upper };
};
