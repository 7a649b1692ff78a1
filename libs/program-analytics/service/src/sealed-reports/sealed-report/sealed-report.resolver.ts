import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { QuerySealedReportArgs, QuerySealedReportsArgs, SealedReport } from '../../graphql.generated.js';
import { SealedReportsQuery } from './sealed-report.query.js';

@Resolver()
export class SealedReportResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query('sealedReport') @Allow('sealed-report:read')
  async sealedReport(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { programId, reportId }: QuerySealedReportArgs): Promise<SealedReport | null> {
    const reports = await this.queries.execute(new SealedReportsQuery(tenant, actor, programId));
    return reports.find((report) => report.reportId === reportId) ?? null;
  }

  @Query('sealedReports') @Allow('sealed-report:read')
  async sealedReports(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { programId }: QuerySealedReportsArgs): Promise<SealedReport[]> {
    return (await this.queries.execute(new SealedReportsQuery(tenant, actor, programId))).slice(0, 100);
  }
}
