import { incompleteGamma } from './incomplete-gamma.js';

/** erfc(x) = 1 − erf(x), without subtraction for positive x.
 * @see DLMF 7.11.2: erfc x = Q(½, x²) */
export const complementaryError = (x: number): number => (x >= 0 ? incompleteGamma(0.5, x * x).upper : 1 + incompleteGamma(0.5, x * x).lower);

/** The share of a standard normal distribution that lies below z. Relative error about 1e-14 in both tails.
 * @see DLMF 7.8(i), 26.2.2 of Abramowitz & Stegun */
export const normalBelow = (z: number): number => complementaryError(-z / Math.SQRT2) / 2;

/** How probable a standard normal value at least as far from 0 as z is, on either side. */
export const normalTwoSided = (z: number): number => incompleteGamma(0.5, (z * z) / 2).upper;

/** The z below which the share p lies.
 * @param p in (0, 1)
 * @returns relative error below 1e-14
 * @throws RangeError for p outside
 * @see Abramowitz & Stegun 26.2.23 for the first guess; then Halley's method on the tail */
export const normalQuantile = (p: number): number => {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile of the normal distribution is asked for at ${p}; it needs 0 < p < 1.`);
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (let step = 0; step < 4; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalBelow(z) - p) / density;
    z -= error / (1 + (z * error) / 2);
  }
  return z;
};

/** The point of the standard normal distribution for an interval of 95 %. */
export const Z_975 = 1.959_963_984_540_054;
/** The point of the standard normal distribution for a power of 80 %. */
export const Z_80 = 0.841_621_233_572_914_2;
