import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { QueryReleasedReportArgs, QueryReleasesArgs, ReleasedReport, ReleaseHeading } from '../../graphql.generated.js';
import { ReleasedReportQuery, ReleasesQuery } from './released-report.query.js';

@Resolver()
export class ReleasedReportResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query('releasedReport') @Allow('release:read')
  releasedReport(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { programId, asKnownAt }: QueryReleasedReportArgs): Promise<ReleasedReport | null> {
    return this.queries.execute(new ReleasedReportQuery(tenant, actor, programId, asKnownAt ?? null));
  }

  @Query('releases') @Allow('release:read')
  releases(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { programId }: QueryReleasesArgs): Promise<ReleaseHeading[]> {
    return this.queries.execute(new ReleasesQuery(tenant, actor, programId));
  }
}
