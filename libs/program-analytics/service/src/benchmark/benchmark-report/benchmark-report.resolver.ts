import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { Benchmark, QueryBenchmarkArgs } from '../../graphql.generated.js';
import { BenchmarkReportQuery } from './benchmark-report.query.js';

@Resolver()
export class BenchmarkReportResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query('benchmark') @Allow('benchmark:read')
  benchmark(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { circleId, measure, period }: QueryBenchmarkArgs): Promise<Benchmark | null> {
    return this.queries.execute(new BenchmarkReportQuery(tenant, actor, { circle: circleId, measure, period }));
  }
}
