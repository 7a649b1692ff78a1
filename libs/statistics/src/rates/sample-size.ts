import { Z_80, Z_975 } from '../special/normal.js';

/** How many people each arm needs to reveal a difference 8 times in 10 (α 0.05 two-sided, power 0.8), before rounding up:
 * (z₀.₉₇₅√(2p̄q̄) + z₀.₈√(p₁q₁ + p₂q₂))² / (p₁ − p₂)².
 * @param p1 in [0, 1]
 * @param p2 in [0, 1], another than p1
 * @throws RangeError outside these
 * @see Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, third edition (2003), formula 4.14 */
export const sampleSizeExactly = (p1: number, p2: number): number => {
  if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1) || p1 === p2) throw new RangeError(`No sample reveals a difference of ${p1} and ${p2}: they must be two different shares.`);
  const mean = (p1 + p2) / 2;
  const root = Z_975 * Math.sqrt(2 * mean * (1 - mean)) + Z_80 * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return (root / (p1 - p2)) ** 2;
};

/** People per arm: a whole number. @see sampleSizeExactly */
export const sampleSizePerArm = (p1: number, p2: number): number => Math.ceil(sampleSizeExactly(p1, p2));
