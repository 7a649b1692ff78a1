import { NOT_APPLICABLE, type Figure } from '../figure/figure.js';

/** An amount at the low end, in the middle and at the high end of what is known. */
export interface ThreePoints { readonly low: number; readonly mid: number; readonly high: number }

/** What is returned on a cost: (benefits − cost)/cost at low, mid and high. Where the low end of the benefits is no benefit, nothing can be said to be
 * returned, and no amount may be shown.
 * @param benefits in the unit of the cost, low ≤ mid ≤ high
 * @param cost > 0, else there is nothing to divide by
 * @param n people in both arms that the benefits rest on
 * @throws RangeError for benefits in another order */
export const returnOnCost = (benefits: ThreePoints, cost: number, n: readonly number[]): Figure | { readonly state: 'NOT_DISTINGUISHABLE'; readonly n: readonly number[] } => {
  const { low, mid, high } = benefits;
  if (!(low <= mid && mid <= high)) throw new RangeError('Benefits run from low to high.');
  if (!(cost > 0)) return NOT_APPLICABLE;
  if (low <= 0) return { state: 'NOT_DISTINGUISHABLE', n };
  const of = (benefit: number): number => (benefit - cost) / cost;
  return { state: 'VALUE', value: of(mid), unit: 'RATIO', interval: { method: 'CARRIED_OVER', low: of(low), high: of(high) }, n, kind: null };
};
