import { checkArms, type Arm } from './arm.js';

const AS_PROBABLE = 1 + 1e-7;

/** Fisher's exact test, two-sided: the sum of the probabilities of all tables with the same margins that are no more probable than the observed
 * one, with a relative tolerance of 1e-7 (as R does) so that rounding leaves out none that is exactly as probable.
 *
 * Probabilities are built up from neighbour to neighbour, by ratios of small integers, and divided by their sum: no logarithm of a large factorial.
 * @returns p in [0, 1]; 1 where a margin is empty; 0 where it is below about 1e-300
 * @throws RangeError for what is no count
 * @see Fisher, "The Logic of Inductive Inference", Journal of the Royal Statistical Society 98 (1935) */
export const fisherExact = (one: Arm, other: Arm): number => {
  checkArms(one, other);
  const hits = one.count + other.count;
  const least = Math.max(0, hits - other.n);
  const most = Math.min(one.n, hits);
  /** How many times more probable a + 1 hits in the first group are than a. */
  const step = (a: number): number => ((one.n - a) * (hits - a)) / ((a + 1) * (other.n - hits + a + 1));
  const mode = Math.min(most, Math.max(least, Math.floor(((one.n + 1) * (hits + 1)) / (one.n + other.n + 2))));

  const weights = new Float64Array(most - least + 1);
  weights[mode - least] = 1;
  for (let a = mode; a < most; a += 1) weights[a + 1 - least] = weights[a - least]! * step(a);
  for (let a = mode; a > least; a -= 1) weights[a - 1 - least] = weights[a - least]! / step(a - 1);

  const limit = weights[one.count - least]! * AS_PROBABLE;
  let [all, extreme] = [0, 0];
  for (const weight of weights.sort()) { // from the smallest: a long tail of small ones is not lost beside the large
    all += weight;
    if (weight <= limit) extreme += weight;
  }
  return Math.min(1, extreme / all);
};
