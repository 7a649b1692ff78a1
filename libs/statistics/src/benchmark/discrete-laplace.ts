import { bernoulliExp } from './bernoulli.js';
import { epsilonValue, type Epsilon } from './epsilon.js';
import { below, type RandomBits } from './random-bits.js';

/** A geometric number, Pr(k) = (1 − α)αᵏ with α = e^(−ε): the remainder below the denominator and the whole part are drawn apart.
 * @see Canonne, Kamath & Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithm 2, before its sign is drawn */
const geometric = ({ numerator, denominator }: Epsilon, bit: RandomBits): number => {
  let remainder = below(denominator, bit);
  while (!bernoulliExp(remainder, denominator, bit)) remainder = below(denominator, bit);
  let whole = 0;
  while (bernoulliExp(1, 1, bit)) whole += 1;
  return Math.floor((remainder + denominator * whole) / numerator);
};

/** Noise for a count of sensitivity 1: Pr(j) = (1 − α)/(1 + α)·α^|j|, α = e^(−ε), as the difference of two geometric numbers. Exact: no logarithm and no
 * floating point, whose gaps would give the count away (Mironov, "On Significance of the Least Significant Bits for Differential Privacy", 2012).
 * @see Canonne, Kamath & Steinke (2020), section 5.1; Ghosh, Roughgarden & Sundararajan (2009) for the mechanism */
export const drawDiscreteLaplace = (epsilon: Epsilon, bit: RandomBits): number => geometric(epsilon, bit) - geometric(epsilon, bit) + 0; // + 0: no minus zero

/** Its distribution, for ε as a number > 0: only to say how far the noise may reach, never to draw it. */
export const discreteLaplace = (epsilon: number) => {
  if (!(epsilon > 0)) throw new RangeError(`An ε of ${epsilon} hides nothing or everything.`);
  const alpha = Math.exp(-epsilon);
  const beyond = (reach: number): number => (2 * alpha ** (reach + 1)) / (1 + alpha);
  return {
    probability: (j: number): number => ((1 - alpha) / (1 + alpha)) * alpha ** Math.abs(j),
    variance: (2 * alpha) / (1 - alpha) ** 2,
    /** Pr(|X| > reach), reach a whole number ≥ 0. */
    beyond,
    /** The smallest whole number m with Pr(|X| > m) ≤ share. */
    reach: (share: number): number => {
      if (!(share > 0 && share < 1)) throw new RangeError(`No reach leaves ${share} beyond it.`);
      let m = Math.max(0, Math.floor(Math.log((share * (1 + alpha)) / 2) / -epsilon) - 2);
      while (beyond(m) > share) m += 1;
      return m;
    },
  };
};

/** @see discreteLaplace */
export const noiseReach = (epsilon: Epsilon, share: number): number => discreteLaplace(epsilonValue(epsilon)).reach(share);
