import { checkArms, expectsUnderFive, type Arm } from '../rates/arm.js';
import { fisherExact } from '../rates/fisher.js';
import { compareExactly, isBelowFourFifths, isTooSmallAShare } from './four-fifths.js';
import { holm } from './holm.js';
import { auditVerdict, type AuditVerdict } from './verdict.js';

export interface AuditGroup extends Arm { readonly group: string }

/** One group against the reference. */
export interface AuditComparison extends AuditGroup {
  /** The group's rate ÷ the highest; null where the highest is 0. Below four-fifths is decided in integers, not by this. */
  readonly ratio: number | null;
  readonly isBelow: boolean;
  /** Fisher's exact test, two-sided, as it is. */
  readonly p: number;
  /** After Holm's correction; null where there are so few looks that none is due. It then decides instead of p. */
  readonly corrected: number | null;
  readonly verdict: AuditVerdict;
}

export interface Audit {
  /** The group with the highest rate; at equal rates the larger one, then the first by name. Null without any group to analyse. */
  readonly reference: AuditGroup | null;
  /** In the order of their names. */
  readonly comparisons: readonly AuditComparison[];
  /** Groups under two in a hundred of the pool: named, not analysed. */
  readonly left: readonly AuditGroup[];
}

const FEW_LOOKS = 5;
const byName = (one: AuditGroup, other: AuditGroup): number => (one.group < other.group ? -1 : one.group > other.group ? 1 : 0);

/** The four-fifths rule beside an exact test: each group against the group with the highest rate. With more than five comparisons Holm's correction decides.
 * @param groups each once, in any order; `count` is who was selected of `n`
 * @throws RangeError for what is no count, and for a group that comes twice
 * @see Uniform Guidelines on Employee Selection Procedures (1978), section 4D */
export const audit = (groups: readonly AuditGroup[]): Audit => {
  checkArms(...groups);
  if (new Set(groups.map(({ group }) => group)).size < groups.length) throw new RangeError('A group comes twice.');
  const pool = groups.reduce((sum, { n }) => sum + n, 0);
  const isLeft = ({ n }: AuditGroup): boolean => n === 0 || isTooSmallAShare(n, pool);
  const named = [...groups].sort(byName);
  const analysed = named.filter((group) => !isLeft(group));
  const [reference] = [...analysed].sort((one, other) => compareExactly(other, one) || other.n - one.n || byName(one, other));
  if (!reference) return { reference: null, comparisons: [], left: named };

  const others = analysed.filter((group) => group !== reference);
  const ps = others.map((group) => fisherExact(group, reference));
  const corrected = others.length > FEW_LOOKS ? holm(ps) : null;
  const comparisons = others.map((group, index) => {
    const p = ps[index]!;
    const isBelow = isBelowFourFifths(group, reference);
    return {
      ...group, isBelow, p, corrected: corrected ? corrected[index]! : null,
      ratio: reference.count === 0 ? null : (group.count * reference.n) / (group.n * reference.count),
      verdict: auditVerdict({ isBelow, isSignificant: (corrected ? corrected[index]! : p) < 0.05, expectsUnderFive: expectsUnderFive(group, reference) }),
    };
  });
  return { reference, comparisons, left: named.filter(isLeft) };
};
