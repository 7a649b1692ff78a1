import type { Interval } from '../figure/interval.js';
import { betaQuantile } from '../special/incomplete-beta.js';
import { checkExposure } from './exact-poisson.js';

export interface EventRate { readonly events: number; readonly exposure: number }
export interface PoissonRateRatio { readonly value: number; readonly interval: Interval }

/** The ratio of two rates of events with its exact 95 % interval: given all events, those of the first group are binomial, so that the limits of
 * their share (Clopper & Pearson) carry over.
 * @returns null without any event in the second group: nothing can be said to be so many times nothing
 * @throws RangeError unless events were counted over an exposure
 * @see Przyborowski & Wilenski, "Homogeneity of Results in Testing Samples from Poisson Series", Biometrika 31 (1940); Clopper & Pearson (1934) */
export const poissonRateRatio = (one: EventRate, other: EventRate): PoissonRateRatio | null => {
  checkExposure(one.events, one.exposure);
  checkExposure(other.events, other.exposure);
  if (other.events === 0) return null;
  const ratioAt = (share: number): number => (share / (1 - share)) * (other.exposure / one.exposure);
  const low = one.events === 0 ? 0 : ratioAt(betaQuantile(one.events, other.events + 1, 0.025, 'LOWER'));
  const high = ratioAt(betaQuantile(one.events + 1, other.events, 0.025, 'UPPER'));
  return { value: (one.events * other.exposure) / (other.events * one.exposure), interval: { method: 'EXACT_CONDITIONAL', low, high } };
};
