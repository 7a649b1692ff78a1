import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Benchmark as Answer } from '@vouchsafe/program-analytics-contracts';
import { epsilonValue, fourDecimals, noisedRate } from '@vouchsafe/statistics';
import type { Benchmark } from '../../graphql.generated.js';
import { BenchmarkShelf } from '../benchmark-shelf.js';
import { questionDigest, type Question } from '../question.js';

export class BenchmarkReportQuery extends Query<Benchmark | null> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly question: Question) {
    super();
  }
}

const shown = ({ measure, period, epsilon, noised: { part, whole }, releasedOn }: Answer): Benchmark => {
  const named = { __typename: 'Benchmark', measure, period: { __typename: 'Period', ...period }, epsilonSpent: epsilonValue(epsilon), releasedOn } as const;
  const figure = noisedRate({ count: part, n: whole }, epsilon);
  if (figure.state !== 'VALUE' || !figure.interval) return { ...named, state: 'TOO_FEW', value: null, low: null, high: null };
  const { value, interval: { low, high } } = figure;
  return { ...named, state: 'VALUE', value: fourDecimals(value), low: fourDecimals(low), high: fourDecimals(high) };
};

@QueryHandler(BenchmarkReportQuery)
export class BenchmarkReportHandler implements IQueryHandler<BenchmarkReportQuery> {
  constructor(private readonly shelf: BenchmarkShelf) {}

  /** Reads what lies on the member's own shelf. A circle that is not theirs has put nothing there. */
  async execute({ tenant, question }: BenchmarkReportQuery) {
    const answer = await this.shelf.find(tenant, questionDigest(question));
    return answer && shown(answer);
  }
}
