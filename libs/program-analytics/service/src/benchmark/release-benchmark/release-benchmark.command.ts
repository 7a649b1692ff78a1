import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { TenantId } from '@vouchsafe/event-schema';
import { Clock, decideAndAppend, EventStore, type About } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { Benchmark } from '@vouchsafe/program-analytics-contracts';
import { ReadModels } from '@vouchsafe/projections';
import { currentCorrelation } from '@vouchsafe/telemetry';
import { noisedArm, type Arm } from '@vouchsafe/statistics';
import { isQuarters } from '../../analytics/period.js';
import type { ReleaseBenchmarkInput } from '../../graphql.generated.js';
import { countsOf } from '../benchmark-counts.js';
import { BenchmarkShelf } from '../benchmark-shelf.js';
import { benchmarks, releaseBenchmark } from '../benchmark.js';
import { budgetOf, circleOf, participantsOf, stateOf } from '../circle.js';
import { cryptographicBits } from '../cryptographic-bits.js';
import { areOldEnough, pool, type Precondition } from '../preconditions.js';
import { canSpend, privacyBudgets, QUESTION_COSTS, spendPrivacyBudget } from '../privacy-budget.js';
import { questionDigest } from '../question.js';
import type { ReleaseBenchmarkRejection } from '../refusals.js';

export class ReleaseBenchmarkCommand extends ActorsCommand<ReleaseBenchmarkInput, ReleaseBenchmarkRejection> {}

type Refused = { readonly accepted: false; readonly rejection: ReleaseBenchmarkRejection };
const refused = (rejection: ReleaseBenchmarkRejection): Refused => ({ accepted: false, rejection });
const failing = (precondition: Precondition): Refused => refused({ reason: 'BenchmarkPreconditionFails', precondition });

/** A question is paid for in every log that it tells of before its answer exists, and what was paid is known by the question: whoever dies in between has spent for
 * nothing at most, and whoever asks again goes on from there. It ends in the members' shelves, where nothing lies that is not in the circle's log. */
@CommandHandler(ReleaseBenchmarkCommand)
export class ReleaseBenchmarkHandler implements ICommandHandler<ReleaseBenchmarkCommand> {
  constructor(private readonly log: EventStore, private readonly readModels: ReadModels, private readonly shelf: BenchmarkShelf, private readonly clock: Clock) {}

  async execute({ tenant, input }: ReleaseBenchmarkCommand) {
    const { measure, period: { from, to } } = input;
    const circle = await circleOf(this.log, tenant, input.circleId);
    if (circle === null || !(await budgetOf(this.log, tenant)).circles.includes(circle)) return refused({ reason: 'NotInTheBenchmark' });
    if (to < from) return refused({ reason: 'PeriodEndsBeforeItStarts' });
    if (!isQuarters({ from, to })) return refused({ reason: 'WholeQuartersOnly' });
    const question = questionDigest({ circle, measure, period: { from, to } });
    const { answers, bound } = await stateOf(this.log, circle, benchmarks, circle);
    const known = answers.find((answer) => answer.question === question);
    if (known) await this.shelf.shelve(tenant, circle, known); // at no cost: whoever joined later reads what the others read
    else {
      const refusal = await this.answer(circle, bound, { benchmarkId: question.slice(0, 32), question, measure, period: { from, to } });
      if (refusal) return refusal;
    }
    return { accepted: true as const, position: (await this.log.head(tenant)).position };
  }

  /** Pays, draws and hands out. @returns why not, where it may not be answered; nothing was spent then, or what was counts for the same question */
  private async answer(circle: TenantId, bound: number | null, asked: Pick<Benchmark, 'benchmarkId' | 'question' | 'measure' | 'period'>): Promise<Refused | undefined> {
    const today = this.clock.utcToday();
    if (bound === null) return failing('BOUND_IS_DECLARED');
    if (!areOldEnough(asked.period.to, this.clock.earliestToday())) return failing('DATA_ARE_THREE_MONTHS_OLD');
    const contributors: { member: TenantId; counts: Arm }[] = [];
    // One after the other, and never two organizations in one statement: each is asked in a transaction of its own.
    for (const member of await participantsOf(this.log, circle)) {
      const counts = await countsOf(this.readModels, this.log, member, asked.measure, asked.period);
      if (counts.n > 0) contributors.push({ member, counts });
    }
    const pooled = pool(contributors.map(({ counts }) => counts), bound);
    if ('fails' in pooled) return failing(pooled.fails);
    const year = Number(today.slice(0, 4));
    for (const { member } of contributors) {
      const budget = await budgetOf(this.log, member);
      if (!budget.spent.some(({ benchmarkId }) => benchmarkId === asked.benchmarkId) && !canSpend(QUESTION_COSTS, year, budget)) return refused({ reason: 'PrivacyBudgetIsSpent' });
    }
    const about = (step: string): About => ({
      requestKey: `benchmark-${asked.benchmarkId}-${step}`, request: { step, ...asked }, actor: 'system:benchmark', occurredOn: today, correlation: currentCorrelation() ?? asked.benchmarkId,
    });
    for (const { member } of contributors) {
      const { accepted } = await decideAndAppend(this.log, member, privacyBudgets, member, about('spent'),
        (state) => spendPrivacyBudget({ benchmarkId: asked.benchmarkId, circleId: circle, year, question: asked.question, epsilon: QUESTION_COSTS }, state));
      if (!accepted) return refused({ reason: 'PrivacyBudgetIsSpent' });
    }
    const draw = (): Benchmark => {
      const { count, n } = noisedArm(pooled.pooled, QUESTION_COSTS, cryptographicBits());
      return { ...asked, epsilon: QUESTION_COSTS, noised: { part: count, whole: n }, releasedOn: today };
    };
    await decideAndAppend(this.log, circle, benchmarks, circle, about('released'), (state) => releaseBenchmark(draw, asked.question, state));
    const answered = (await stateOf(this.log, circle, benchmarks, circle)).answers.find(({ question }) => question === asked.question)!;
    for (const { member } of contributors) await this.shelf.shelve(member, circle, answered);
    return undefined;
  }
}
