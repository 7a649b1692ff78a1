import { refusals } from '@vouchsafe/graphql';
import type { DeclareBenchmarkBoundRejection } from './benchmark.js';
import type { Precondition } from './preconditions.js';
import type { JoinBenchmarkRejection, LeaveBenchmarkRejection, SpendPrivacyBudgetRejection } from './privacy-budget.js';

export type ReleaseBenchmarkRejection =
  | SpendPrivacyBudgetRejection | { reason: 'NotInTheBenchmark' } | { reason: 'WholeQuartersOnly' } | { reason: 'PeriodEndsBeforeItStarts' }
  | { reason: 'BenchmarkPreconditionFails'; precondition: Precondition };

const WORDS: Readonly<Record<Precondition, string>> = {
  BOUND_IS_DECLARED: 'The circle has not said how many people of a member count at most.',
  DATA_ARE_THREE_MONTHS_OLD: 'Only data that are three months old are compared.',
  FIVE_ORGANIZATIONS: 'Fewer than five organizations have something to compare.',
  NONE_OVER_A_QUARTER: 'One organization would have more than a quarter of the weight.',
};

/** Why a circle says nothing. Never which member, and never a number of theirs. */
export const benchmarkRefusalInWords = refusals<ReleaseBenchmarkRejection | JoinBenchmarkRejection | LeaveBenchmarkRejection | DeclareBenchmarkBoundRejection>({
  CircleIsNotKnown: () => 'You are a member of no circle under this id.',
  BenchmarkIsJoined: () => 'You take part in this benchmark already.',
  NotInTheBenchmark: () => 'You take part in no benchmark under this id.',
  OnlyACircleCompares: () => 'This is no circle: members of a group are named, and read each other by grant.',
  BoundIsDeclared: () => 'The bound was said before, and is not said anew: it was chosen before any data were seen.',
  WholeQuartersOnly: () => 'Circles compare whole quarters, such as 2026-01-01 to 2026-03-31.',
  PeriodEndsBeforeItStarts: () => 'The period ends before it starts.',
  PrivacyBudgetIsSpent: () => 'What may be told in one year of the people of everybody who takes part is used up. What was answered can still be read.',
  BenchmarkPreconditionFails: ({ precondition }) => WORDS[precondition],
});
