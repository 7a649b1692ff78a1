import { Args, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ProgramReport, QueryProgramReportArgs } from '../graphql.generated.js';
import { ProgramReportQuery } from './program-report.query.js';

@Resolver()
export class ProgramReportResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query('programReport') @Allow('program-report:read')
  programReport(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { programId, period, asKnownAt }: QueryProgramReportArgs, @After() after: Position | null,
  ): Promise<ProgramReport | null> {
    return this.queries.execute(new ProgramReportQuery(tenant, actor, programId, period, asKnownAt ?? null, after));
  }
}
