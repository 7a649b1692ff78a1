import { known, NOT_APPLICABLE, tooFew, type Figure } from '../figure/figure.js';

/** How unevenly something is spread: Σ(2i − n − 1)x₍ᵢ₎ / (n Σx), x in rising order.
 * @param values ≥ 0, in any order, not all 0
 * @returns a number in [0, 1 − 1/n], without unit; 0 if all are equal
 * @throws RangeError if all are 0 or one is negative: nothing is not spread evenly
 * @see Gini (1912); in this form Dixon, Weiner, Mitchell-Olds & Woodley, "Bootstrapping the Gini Coefficient of Inequality", Ecology 68 (1987) */
export const gini = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0 && total < Infinity) || sorted.some((value) => !(value >= 0))) throw new RangeError('There is no inequality of nothing.');
  const n = sorted.length;
  const weighted = sorted.reduce((sum, value, index) => sum + (2 * (index + 1) - n - 1) * value, 0);
  return Math.max(0, weighted / (n * total));
};

const FEWEST_SPONSORS = 5;

/** How unevenly sponsors are loaded.
 * @param loads load ÷ capacity of each sponsor; under five sponsors nothing is judged */
export const loadFairness = (loads: readonly number[]): Figure => {
  if (loads.length === 0) return NOT_APPLICABLE;
  if (loads.length < FEWEST_SPONSORS) return tooFew(loads.length);
  return loads.every((load) => load === 0) ? NOT_APPLICABLE : known(gini(loads), 'INDEX', [loads.length]);
};
