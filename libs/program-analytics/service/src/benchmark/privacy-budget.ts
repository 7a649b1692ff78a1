import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import type { DataOf, TenantId } from '@vouchsafe/event-schema';
import { BenchmarkJoined, BenchmarkLeft, privacyBudgetEvents, PrivacyBudgetSpent, type PrivacyBudgetEvent } from '@vouchsafe/program-analytics-contracts';
import { epsilon, type Epsilon } from '@vouchsafe/statistics';

/** What a member's people may be told of in one calendar year, by all circles together; and what one question costs. */
export const YEARLY_BUDGET = epsilon(2, 1);
export const QUESTION_COSTS = epsilon(1, 2);

type Spent = DataOf<typeof PrivacyBudgetSpent>;
/** The circles that a member takes part in, and what their questions have used up. */
export interface PrivacyBudget { readonly circles: readonly TenantId[]; readonly spent: readonly Spent[] }

const evolve = (state: PrivacyBudget, { type, data }: PrivacyBudgetEvent): PrivacyBudget => {
  switch (type) {
    case 'BenchmarkJoined': return { ...state, circles: [...state.circles, data.circleId] };
    case 'BenchmarkLeft': return { ...state, circles: state.circles.filter((circle) => circle !== data.circleId) };
    case 'PrivacyBudgetSpent': return { ...state, spent: [...state.spent, data] };
  }
};
export const privacyBudgets = stream<PrivacyBudget, PrivacyBudgetEvent>('privacy-budget', privacyBudgetEvents, { circles: [], spent: [] }, evolve);

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
const whole = ({ numerator, denominator }: Epsilon): [bigint, bigint] => [BigInt(numerator), BigInt(denominator)];
const plus = (one: Epsilon | null, other: Epsilon): Epsilon => {
  if (one === null) return other;
  const [[a, b], [c, d]] = [whole(one), whole(other)];
  const common = greatestCommonDivisor(a * d + c * b, b * d);
  return epsilon(Number((a * d + c * b) / common), Number((b * d) / common));
};
const isWithin = (one: Epsilon, other: Epsilon): boolean => {
  const [[a, b], [c, d]] = [whole(one), whole(other)];
  return a * d <= c * b;
};

/** What questions have used up in a year: what they spend adds up, exactly. Null if nothing. */
export const spentIn = ({ spent }: PrivacyBudget, year: number): Epsilon | null =>
  spent.filter((each) => each.year === year).reduce<Epsilon | null>((sum, each) => plus(sum, each.epsilon), null);

export type JoinBenchmarkRejection = { reason: 'CircleIsNotKnown' } | { reason: 'BenchmarkIsJoined' };
/** @param isMember whether the circle has the organization as a member: a stranger learns no more of it than that it is not known */
export const joinBenchmark = ({ circleId, isMember }: { circleId: TenantId; isMember: boolean }, state: PrivacyBudget): Decision<PrivacyBudgetEvent, JoinBenchmarkRejection> => {
  if (!isMember) return reject({ reason: 'CircleIsNotKnown' });
  return state.circles.includes(circleId) ? reject({ reason: 'BenchmarkIsJoined' }) : accept(BenchmarkJoined.of({ circleId }));
};

export type LeaveBenchmarkRejection = { reason: 'NotInTheBenchmark' };
export const leaveBenchmark = ({ circleId }: { circleId: TenantId }, state: PrivacyBudget): Decision<PrivacyBudgetEvent, LeaveBenchmarkRejection> =>
  (state.circles.includes(circleId) ? accept(BenchmarkLeft.of({ circleId })) : reject({ reason: 'NotInTheBenchmark' }));

/** Whether a question may still be asked of a member. */
export const canSpend = (cost: Epsilon, year: number, state: PrivacyBudget): boolean => isWithin(plus(spentIn(state, year), cost), YEARLY_BUDGET);

export type SpendPrivacyBudgetRejection = { reason: 'PrivacyBudgetIsSpent' };
/** A question that was paid for is not paid for again. */
export const spendPrivacyBudget = (spent: Spent, state: PrivacyBudget): Decision<PrivacyBudgetEvent, SpendPrivacyBudgetRejection> => {
  if (state.spent.some(({ benchmarkId }) => benchmarkId === spent.benchmarkId)) return accept();
  return canSpend(spent.epsilon, spent.year, state) ? accept(PrivacyBudgetSpent.of(spent)) : reject({ reason: 'PrivacyBudgetIsSpent' });
};
