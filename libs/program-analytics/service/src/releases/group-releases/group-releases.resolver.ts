import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { MemberReleases, QueryGroupReleasesArgs } from '../../graphql.generated.js';
import { GroupReleasesQuery } from './group-releases.query.js';

@Resolver()
export class GroupReleasesResolver {
  constructor(private readonly queries: QueryBus) {}

  @Query('groupReleases') @Allow('group-release:read')
  groupReleases(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { asKnownAt }: QueryGroupReleasesArgs): Promise<MemberReleases[]> {
    return this.queries.execute(new GroupReleasesQuery(tenant, actor, asKnownAt ?? null));
  }
}
