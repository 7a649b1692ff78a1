import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, Pages, Tenant } from '@vouchsafe/graphql';
import type { Network, NetworkMemberConnection, NetworkMembersArgs, Organization } from '../graphql.generated.js';
import { MyNetworksQuery, MyOrganizationQuery, NetworkMembersQuery } from './organization-overview.query.js';

@Resolver('Network')
export class OrganizationOverviewResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('myOrganization') @Allow('organization:read')
  async myOrganization(@Tenant() tenant: TenantId, @After() after: Position | null): Promise<Organization | null> {
    const card = await this.queries.execute(new MyOrganizationQuery(tenant, after));
    return card && { __typename: 'Organization', ...card };
  }

  @Query('myNetworks') @Allow('network:read')
  async myNetworks(@Tenant() tenant: TenantId, @After() after: Position | null): Promise<Omit<Network, 'members'>[]> {
    const cards = await this.queries.execute(new MyNetworksQuery(tenant, after));
    return cards.map(({ organizationId, name, handle, kind }) => ({ __typename: 'Network', networkId: organizationId, name, handle, kind }));
  }

  @ResolveField('members')
  async members(
    @Tenant() tenant: TenantId, @Parent() { networkId, kind }: Network, @Args() { first, after: cursor }: NetworkMembersArgs, @After() after: Position | null,
  ): Promise<NetworkMemberConnection | null> {
    if (networkId !== tenant || kind !== 'GROUP') return null;
    const page = this.pages.page(tenant, 'network members by id', { first, after: cursor });
    const rows = await this.queries.execute(new NetworkMembersQuery(tenant, page, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ organizationId }) => [organizationId]);
    return {
      __typename: 'NetworkMemberConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node: { organizationId, name, handle, status } }) =>
        ({ __typename: 'NetworkMemberEdge', cursor: at, node: { __typename: 'NetworkMember', organizationId, name, handle, status } })),
    };
  }
}
