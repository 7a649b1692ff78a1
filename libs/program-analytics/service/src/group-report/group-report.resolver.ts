import { Args, Query, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { GroupReport, QueryGroupReportArgs } from '../graphql.generated.js';
import { GroupReportQuery } from './group-report.query.js';

@Resolver()
export class GroupReportResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query('groupReport') @Allow('group-report:read')
  groupReport(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { period }: QueryGroupReportArgs): Promise<GroupReport> {
    return this.queries.execute(new GroupReportQuery(tenant, actor, period));
  }
}
