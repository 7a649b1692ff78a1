import { known, NOT_APPLICABLE, tooFew, type Figure } from '../figure/figure.js';

/** Confirmed actions by what the sponsor did. */
export interface Acts { readonly amplify: number; readonly boost: number; readonly connect: number; readonly defend: number }

/** How evenly the four acts are used: Shannon's entropy over its greatest possible value, H / ln 4, with 0 ln 0 = 0.
 * @param acts whole numbers ≥ 0, not all 0
 * @returns a number in [0, 1], without unit; 1 if all four are equal
 * @throws RangeError if nothing was done: the balance of nothing is not zero
 * @see Shannon, "A Mathematical Theory of Communication" (1948), section 6; Pielou (1966), for the ratio */
export const balanceOfActs = ({ amplify, boost, connect, defend }: Acts): number => {
  const counts = [amplify, boost, connect, defend];
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(total > 0 && total < Infinity) || counts.some((count) => !(count >= 0))) throw new RangeError('There is no balance of nothing.');
  const entropy = counts.filter((count) => count > 0).reduce((sum, count) => sum + (count / total) * Math.log(total / count), 0);
  return Math.min(1, entropy / Math.log(4));
};

const FEWEST_ACTIONS = 5;

/** The balance as a figure: under five confirmed actions nothing is judged. */
export const balanceFigure = (acts: Acts): Figure => {
  const n = acts.amplify + acts.boost + acts.connect + acts.defend;
  if (n === 0) return NOT_APPLICABLE;
  return n < FEWEST_ACTIONS ? tooFew(n) : known(balanceOfActs(acts), 'INDEX', [n]);
};
