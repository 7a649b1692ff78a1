import { findRoot } from './find-root.js';
import { incompleteGamma } from './incomplete-gamma.js';
import { normalQuantile } from './normal.js';
import { poissonDensity } from './saddle-point.js';

/** The point of a gamma distribution of scale 1 that leaves `p` on the named side.
 * @param a the shape, > 0
 * @param p in (0, 1); ask for the side on which it is small
 * @returns relative error about 1e-14
 * @throws RangeError outside these
 * @see Wilson & Hilferty, "The Distribution of Chi-Square" (1931), for the first guess */
export const gammaQuantile = (a: number, p: number, side: 'LOWER' | 'UPPER'): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile is asked for at p = ${p}; it needs 0 < p < 1.`);
  const z = side === 'LOWER' ? normalQuantile(p) : -normalQuantile(p);
  const cube = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const guess = cube > 0.2 ? a * cube ** 3 : a * 0.01;
  const rising = side === 'LOWER' ? 1 : -1;
  return findRoot((x) => {
    const { lower, upper } = incompleteGamma(a, x);
    return { value: rising * ((side === 'LOWER' ? lower : upper) - p), slope: (poissonDensity(a, x) * a) / x };
  }, { guess, from: 0, to: Infinity });
};
