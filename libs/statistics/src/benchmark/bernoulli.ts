import { below, type RandomBits } from './random-bits.js';

/** True with probability numerator/denominator, exactly. */
export const bernoulli = (numerator: number, denominator: number, bit: RandomBits): boolean => below(denominator, bit) < numerator;

/** True with probability e^(−numerator/denominator), exactly, for a fraction of at most 1: the alternating series of the exponential, drawn and not summed.
 * @see Canonne, Kamath & Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithm 1 */
export const bernoulliExp = (numerator: number, denominator: number, bit: RandomBits): boolean => {
  if (!(numerator >= 0 && numerator <= denominator)) throw new RangeError(`${numerator}/${denominator} is beyond 1.`);
  let k = 1;
  while (below(k, bit) === 0 && bernoulli(numerator, denominator, bit)) k += 1; // probability numerator / (denominator · k)
  return k % 2 === 1;
};
