import type { Arm } from '../rates/arm.js';

/** Whether a group's rate is below four-fifths of another's: 5·a_g·n_h < 4·a_h·n_g, in integers. In doubles (4/6)/(5/6) is 0.7999…, a false finding
 * at exactly four-fifths.
 * @see Uniform Guidelines on Employee Selection Procedures (1978), section 4D; EEOC et al., Questions and Answers (1979), 11 and 12 */
export const isBelowFourFifths = (group: Arm, highest: Arm): boolean => 5n * BigInt(group.count) * BigInt(highest.n) < 4n * BigInt(highest.count) * BigInt(group.n);

/** Negative if the first rate is lower, 0 if they are equal, positive if it is higher: in integers. Groups must not be empty. */
export const compareExactly = (one: Arm, other: Arm): number => {
  const difference = BigInt(one.count) * BigInt(other.n) - BigInt(other.count) * BigInt(one.n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Under two in a hundred of the pool a group is not analysed (Uniform Guidelines, sections 4A and 15A). */
export const isTooSmallAShare = (n: number, pool: number): boolean => 50n * BigInt(n) < BigInt(pool);
