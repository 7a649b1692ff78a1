import { known, tooFew, type Figure } from '../figure/figure.js';
import type { Arm } from '../rates/arm.js';
import { drawDiscreteLaplace, noiseReach } from './discrete-laplace.js';
import { splitEvenly, type Epsilon } from './epsilon.js';
import type { RandomBits } from './random-bits.js';

/** Counts with their noise: the only ones that may be kept or shown. Either may be negative, and the count above n. */
export interface NoisedArm { readonly count: number; readonly n: number }

/** Draws the noise of a pooled rate, half of ε on the numerator and half on the denominator. Drawn once for a release and kept with it: drawn again, it
 * would average away.
 * @param pooled sums over organizations, each clamped */
export const noisedArm = (pooled: Arm, epsilon: Epsilon, bit: RandomBits): NoisedArm => {
  const half = splitEvenly(epsilon, 2);
  return { count: pooled.count + drawDiscreteLaplace(half, bit), n: pooled.n + drawDiscreteLaplace(half, bit) };
};

const FEWEST = 50;
const between = (value: number): number => Math.min(1, Math.max(0, value));

/** What may be said of a rate from its noised counts: ã/ñ within [0, 1], from (ã − m)/(ñ + m) to (ã + m)/(ñ − m), m the smallest with Pr(|X| > m) ≤ 0.025 on
 * each count. The interval is that of the noise alone. Too few where ñ − m is under fifty.
 * @param epsilon what the rate spent, the same as when it was drawn */
export const noisedRate = ({ count, n }: NoisedArm, epsilon: Epsilon): Figure => {
  const m = noiseReach(splitEvenly(epsilon, 2), 0.025);
  if (n - m < FEWEST) return tooFew(n);
  return known(between(count / n), 'SHARE', [n], { method: 'NOISE', low: between((count - m) / (n + m)), high: between((count + m) / (n - m)) });
};
