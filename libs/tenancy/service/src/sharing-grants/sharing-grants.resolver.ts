import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Pages, Tenant } from '@vouchsafe/graphql';
import type { SharingGrant, SharingGrantConnection, SharingGrantsArgs } from '../graphql.generated.js';
import type { SharingRow } from './sharing-grants.projection.js';
import { SharingGrantsQuery } from './sharing-grants.query.js';

const shown = ({ scope, ...row }: SharingRow): SharingGrant =>
  ({ __typename: 'SharingGrant', ...row, figures: scope?.figures ?? [], programIds: scope?.programIds ?? null });

@Resolver('Sharing')
export class SharingGrantsResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('sharing') @Allow('sharing:read')
  sharing(): object {
    return {};
  }

  @ResolveField('grants')
  async grants(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { first, after: cursor, status }: SharingGrantsArgs, @After() after: Position | null,
  ): Promise<SharingGrantConnection> {
    const page = this.pages.page(tenant, 'sharing by id', { first, after: cursor });
    const rows = await this.queries.execute(new SharingGrantsQuery(tenant, actor, page, status ?? null, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ sharingId }) => [sharingId]);
    return {
      __typename: 'SharingGrantConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'SharingGrantEdge', cursor: at, node: shown(node) })),
    };
  }
}
