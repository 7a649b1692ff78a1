import { addMonths, type IsoDate } from '@vouchsafe/event-schema';
import { clampToBound, failingPrecondition, type Arm } from '@vouchsafe/statistics';

/** What must be so before a circle says anything of its members together. That a third party computes it is the case: the platform does.
 * @see U.S. Department of Justice and Federal Trade Commission, Statements of Antitrust Enforcement Policy in Health Care (1996), statements 5 and 6 */
export type Precondition = 'BOUND_IS_DECLARED' | 'DATA_ARE_THREE_MONTHS_OLD' | 'FIVE_ORGANIZATIONS' | 'NONE_OVER_A_QUARTER';

const MONTHS_OLD = 3;

/** Whether data of a period are old enough to be compared. */
export const areOldEnough = (lastDay: IsoDate, today: IsoDate): boolean => addMonths(lastDay, MONTHS_OLD) <= today;

export type Pooled = { readonly pooled: Arm } | { readonly fails: Precondition };

/** Members' counts, each cut to the bound, together; or what they fail. Never which of them. */
export const pool = (members: readonly Arm[], bound: number): Pooled => {
  const clamped = members.map((arm) => clampToBound(arm, bound));
  switch (failingPrecondition(clamped.map(({ n }) => n))) {
    case 'FewerThanFiveOrganizations': return { fails: 'FIVE_ORGANIZATIONS' };
    case 'OneHasMoreThanAQuarter': return { fails: 'NONE_OVER_A_QUARTER' };
    case null: return { pooled: clamped.reduce((sum, { count, n }) => ({ count: sum.count + count, n: sum.n + n }), { count: 0, n: 0 }) };
  }
};
