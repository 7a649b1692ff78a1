import { known, tooFew, type Figure } from '../figure/figure.js';

export interface Concentration {
  /** Σ shareᵢ², in (0, 1]; 1 is a single one. */
  readonly hhi: number;
  /** 1 / HHI: as many equal ones would give the same. */
  readonly effective: number;
  /** (HHI − 1/N)/(1 − 1/N), in [0, 1]; 1 where there is only one. */
  readonly normalised: number;
}

/** How much rests on few: the Herfindahl–Hirschman index and what follows from it.
 * @param weights of each, ≥ 0, not all 0: counts, or counts weighted
 * @throws RangeError if all are 0 or one is negative: the concentration of nothing is not zero
 * @see Hirschman, "The Paternity of an Index", American Economic Review 54 (1964) */
export const concentration = (weights: readonly number[]): Concentration => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Infinity) || weights.some((weight) => !(weight >= 0))) throw new RangeError('There is no concentration of nothing.');
  const hhi = Math.min(1, weights.reduce((sum, weight) => sum + (weight / total) ** 2, 0));
  const even = 1 / weights.length;
  return { hhi, effective: 1 / hhi, normalised: weights.length === 1 ? 1 : Math.max(0, (hhi - even) / (1 - even)) };
};

/** Above this a protégé's advocacy rests on too few. */
export const CONCENTRATED = 0.5;
const FEWEST_ACTIONS = 3;

/** How much of a protégé's advocacy rests on few sponsors.
 * @param weights of each sponsor's confirmed actions, by capital
 * @param actions how many confirmed actions these are: under three nothing is judged */
export const sponsorDependency = (weights: readonly number[], actions: number): Figure =>
  (actions < FEWEST_ACTIONS ? tooFew(actions) : known(concentration(weights).hhi, 'INDEX', [actions]));
