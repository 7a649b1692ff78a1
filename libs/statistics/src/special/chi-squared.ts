import { gammaQuantile } from './gamma-quantile.js';
import { incompleteGamma } from './incomplete-gamma.js';

/** How probable a value of at least x is under χ² with so many degrees of freedom.
 * @param x ≥ 0
 * @param degrees > 0
 * @see Abramowitz & Stegun 26.4.19: Q(degrees/2, x/2) */
export const chiSquaredAbove = (x: number, degrees: number): number => incompleteGamma(degrees / 2, x / 2).upper;

/** The point of χ² with so many degrees of freedom that leaves p on the named side. */
export const chiSquaredQuantile = (p: number, degrees: number, side: 'LOWER' | 'UPPER'): number => 2 * gammaQuantile(degrees / 2, p, side);
