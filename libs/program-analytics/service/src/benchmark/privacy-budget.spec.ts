import { given } from '@vouchsafe/decider/testing';
import { tenantId } from '@vouchsafe/event-schema';
import { BenchmarkBoundDeclared, BenchmarkJoined, BenchmarkLeft, BenchmarkReleased, PrivacyBudgetSpent } from '@vouchsafe/program-analytics-contracts';
import { epsilon } from '@vouchsafe/statistics';
import { benchmarks, declareBenchmarkBound, releaseBenchmark } from './benchmark.js';
import { areOldEnough, pool } from './preconditions.js';
import { joinBenchmark, leaveBenchmark, privacyBudgets, spendPrivacyBudget, spentIn } from './privacy-budget.js';
import { questionDigest } from './question.js';

const CIRCLE = tenantId('00000000-0000-4000-8000-00000000c1c1');
const joined = BenchmarkJoined.of({ circleId: CIRCLE });
const Q1 = { from: '2025-01-01', to: '2025-03-31' };
const paid = (benchmarkId: string, year = 2026, spent = epsilon(1, 2)) =>
  ({ benchmarkId, circleId: CIRCLE, year, question: questionDigest({ circle: CIRCLE, measure: 'COVERAGE', period: Q1 }), epsilon: spent });
const spent = (...args: Parameters<typeof paid>) => PrivacyBudgetSpent.of(paid(...args));

describe('a budget', () => {
  it('takes four questions a year and no fifth', () => {
    given(privacyBudgets, joined, spent('b1'), spent('b2'), spent('b3')).when((state) => spendPrivacyBudget(paid('b4'), state)).then(spent('b4'));
    given(privacyBudgets, joined, spent('b1'), spent('b2'), spent('b3'), spent('b4')).when((state) => spendPrivacyBudget(paid('b5'), state)).thenRejected({ reason: 'PrivacyBudgetIsSpent' });
  });

  it('begins anew each year', () =>
    given(privacyBudgets, joined, spent('b1'), spent('b2'), spent('b3'), spent('b4')).when((state) => spendPrivacyBudget(paid('b5', 2027), state)).then(spent('b5', 2027)));

  it('pays for a question once', () => given(privacyBudgets, joined, spent('b1')).when((state) => spendPrivacyBudget(paid('b1'), state)).then());

  it('adds fractions exactly', () => {
    const tenths = Array.from({ length: 19 }, (_, one) => spent(`b${one}`, 2026, epsilon(1, 10)));
    given(privacyBudgets, ...tenths).when((state) => spendPrivacyBudget(paid('last', 2026, epsilon(1, 10)), state)).then(spent('last', 2026, epsilon(1, 10)));
    given(privacyBudgets, ...tenths).when((state) => spendPrivacyBudget(paid('last', 2026, epsilon(2, 10)), state)).thenRejected({ reason: 'PrivacyBudgetIsSpent' });
    expect(spentIn(privacyBudgets.initial, 2026)).toBeNull();
  });
});

it('takes part where it is a member, once, until it leaves', () => {
  given(privacyBudgets).when((state) => joinBenchmark({ circleId: CIRCLE, isMember: true }, state)).then(joined);
  given(privacyBudgets).when((state) => joinBenchmark({ circleId: CIRCLE, isMember: false }, state)).thenRejected({ reason: 'CircleIsNotKnown' });
  given(privacyBudgets, joined).when((state) => joinBenchmark({ circleId: CIRCLE, isMember: true }, state)).thenRejected({ reason: 'BenchmarkIsJoined' });
  given(privacyBudgets, joined).when((state) => leaveBenchmark({ circleId: CIRCLE }, state)).then(BenchmarkLeft.of({ circleId: CIRCLE }));
  given(privacyBudgets, joined, BenchmarkLeft.of({ circleId: CIRCLE })).when((state) => leaveBenchmark({ circleId: CIRCLE }, state)).thenRejected({ reason: 'NotInTheBenchmark' });
});

it('says its bound once, before it answers', () => {
  given(benchmarks).when((state) => declareBenchmarkBound({ bound: 50, isACircle: true }, state)).then(BenchmarkBoundDeclared.of({ bound: 50 }));
  given(benchmarks).when((state) => declareBenchmarkBound({ bound: 50, isACircle: false }, state)).thenRejected({ reason: 'OnlyACircleCompares' });
  given(benchmarks, BenchmarkBoundDeclared.of({ bound: 50 })).when((state) => declareBenchmarkBound({ bound: 60, isACircle: true }, state)).thenRejected({ reason: 'BoundIsDeclared' });
});

it('draws no second answer to a question', () => {
  const answer = { benchmarkId: 'b1', question: paid('b1').question, measure: 'COVERAGE' as const, period: Q1, epsilon: epsilon(1, 2), noised: { part: -1, whole: 90 }, releasedOn: '2026-06-01' };
  given(benchmarks).when((state) => releaseBenchmark(() => answer, answer.question, state)).then(BenchmarkReleased.of(answer));
  given(benchmarks, BenchmarkReleased.of(answer)).when((state) => releaseBenchmark(() => { throw new Error('drawn again'); }, answer.question, state)).then();
});

it('compares five or more, none over a quarter after the bound, of data that are three months old', () => {
  const of = (...sizes: number[]) => sizes.map((n) => ({ count: n / 2, n }));
  expect(pool(of(20, 20, 20, 20), 100)).toEqual({ fails: 'FIVE_ORGANIZATIONS' });
  expect(pool(of(20, 20, 20, 20, 40), 100)).toEqual({ fails: 'NONE_OVER_A_QUARTER' });
  expect(pool(of(20, 20, 20, 20, 40), 26)).toEqual({ pooled: { count: 53, n: 106 } });
  expect([areOldEnough('2025-03-31', '2025-06-29'), areOldEnough('2025-03-31', '2025-06-30')]).toEqual([false, true]);
});
