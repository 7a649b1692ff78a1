import { sampleSizeExactly } from './sample-size.js';

/** Differences from a base rate, as shares > 0; null where even the largest possible one needs more people than there are. */
export interface DetectableDifferences { readonly rise: number | null; readonly fall: number | null }

/** The smallest differences from a base rate that so many people would reveal 8 times in 10: the sample size, solved for the difference.
 * Arms of different size count as two arms of their harmonic mean, to which the variance of a difference belongs.
 * @param n1 people in one arm, > 0
 * @param n2 people in the other, > 0
 * @param base the rate of the arm that is compared with, in [0, 1]
 * @throws RangeError outside these
 * @see sampleSizeExactly */
export const smallestDetectableDifference = (n1: number, n2: number, base: number): DetectableDifferences => {
  if (!(n1 > 0 && n2 > 0)) throw new RangeError(`Nothing is revealed by ${n1} and ${n2} people.`);
  if (!(base >= 0 && base <= 1)) throw new RangeError(`${base} is no rate.`);
  const perArm = (2 * n1 * n2) / (n1 + n2);
  const towards = (end: 0 | 1): number | null => {
    if (base === end || sampleSizeExactly(end, base) > perArm) return null;
    let [hidden, revealed] = [0, Math.abs(end - base)];
    for (let halving = 0; halving < 60; halving += 1) {
      const middle = (hidden + revealed) / 2;
      if (middle === hidden || middle === revealed) break;
      if (sampleSizeExactly(end === 1 ? base + middle : base - middle, base) > perArm) hidden = middle;
      else revealed = middle;
    }
    return revealed;
  };
  return { rise: towards(1), fall: towards(0) };
};

/** The one number that stands beside a comparison: the smaller of both, or null if neither would be revealed. */
export const smallestOf = ({ rise, fall }: DetectableDifferences): number | null => (rise === null ? fall : fall === null ? rise : Math.min(rise, fall));
