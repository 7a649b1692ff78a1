import { checkArms, type Arm } from '../rates/arm.js';

/** An organization's counts cut to a bound that was declared before they were seen, in proportion, so that its rate stays: n to the bound, and the count to
 * ⌊count·bound/n⌋. One person more or less still moves each of the two by one at most, so the noise for one person suffices.
 * @param bound a whole number > 0
 * @throws RangeError for what is no count, and for another bound */
export const clampToBound = ({ count, n }: Arm, bound: number): Arm => {
  checkArms({ count, n });
  if (!Number.isSafeInteger(bound) || bound < 1) throw new RangeError(`${bound} is no bound of people.`);
  return n <= bound ? { count, n } : { count: Number((BigInt(count) * BigInt(bound)) / BigInt(n)), n: bound };
};

/** Which arithmetical precondition of a pooled figure its contributors fail, by the weight of each after clamping: five of them at least, and none with
 * more than a quarter of the whole. Compared in integers.
 * @returns null if they fail none
 * @see U.S. Department of Justice and Federal Trade Commission, Statements of Antitrust Enforcement Policy in Health Care (1996), statements 5 and 6 */
export const failingPrecondition = (weights: readonly number[]): 'FewerThanFiveOrganizations' | 'OneHasMoreThanAQuarter' | null => {
  if (weights.filter((weight) => weight > 0).length < 5) return 'FewerThanFiveOrganizations';
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.some((weight) => 4 * weight > total) ? 'OneHasMoreThanAQuarter' : null;
};
