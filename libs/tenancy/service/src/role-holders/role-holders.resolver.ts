import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Pages, Tenant } from '@vouchsafe/graphql';
import type { RoleHolderConnection, RolesHoldersArgs } from '../graphql.generated.js';
import { RoleHoldersQuery } from './role-holders.query.js';

const MOST_ROLES = 100;

@Resolver('Roles')
export class RoleHoldersResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('roles') @Allow('role:read')
  roles(): object {
    return {};
  }

  @ResolveField('holders')
  async holders(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { first, after: cursor, role }: RolesHoldersArgs, @After() after: Position | null,
  ): Promise<RoleHolderConnection> {
    const page = this.pages.page(tenant, 'role holders by id', { first, after: cursor });
    const rows = await this.queries.execute(new RoleHoldersQuery(tenant, actor, page, role ?? null, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ personId }) => [personId]);
    return {
      __typename: 'RoleHolderConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node: { personId, roles } }) => ({
        __typename: 'RoleHolderEdge', cursor: at,
        node: { __typename: 'RoleHolder', personId, roles: roles.slice(0, MOST_ROLES).map((held) => ({ __typename: 'HeldRole', ...held })) },
      })),
    };
  }
}
