import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore } from '@vouchsafe/event-store';
import { After, Allow, Pages, Tenant, type PageArguments } from '@vouchsafe/graphql';
import type { OrgFigures, OrgGraph, OrgPost, OrgPostConnection, QueryOrgGraphArgs } from '../graphql.generated.js';
import { thePerson } from '../person/the-person.js';
import { knownAt, type KnownAt } from './known-at.js';
import { OrgFiguresQuery, OrgPostsQuery, type PostRow } from './org-graph.query.js';

interface Asked { readonly asOf: IsoDate; readonly known: KnownAt }

const shown = ({ holders, dottedTo, ...post }: PostRow): OrgPost => ({ __typename: 'OrgPost', ...post, dottedTo: [...dottedTo], holders: holders.map(thePerson) });

@Resolver('OrgGraph')
export class OrgGraphResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages, private readonly log: EventStore, private readonly clock: Clock) {}

  @Query('orgGraph') @Allow('org-graph:read')
  async orgGraph(@Tenant() tenant: TenantId, @Args() { asOf, asKnownAt }: QueryOrgGraphArgs, @After() after: Position | null): Promise<OrgGraph> {
    const asked: Asked = { asOf: asOf ?? this.clock.today(), known: await knownAt(this.log, tenant, asKnownAt, after, this.clock.now()) };
    return asked as unknown as OrgGraph; // its fields are resolved below
  }

  @ResolveField('posts')
  async posts(@Tenant() tenant: TenantId, @Parent() { asOf, known }: Asked, @Args() args: PageArguments): Promise<OrgPostConnection> {
    const page = this.pages.page(tenant, `posts of ${asOf} at ${known.position}`, args);
    const rows = await this.queries.execute(new OrgPostsQuery(tenant, asOf, known, page));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ postId }) => [postId]);
    return {
      __typename: 'OrgPostConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor, node }) => ({ __typename: 'OrgPostEdge', cursor, node: shown(node) })),
    };
  }

  @ResolveField('figures')
  async figures(@Tenant() tenant: TenantId, @Parent() { asOf, known }: Asked): Promise<OrgFigures> {
    return { __typename: 'OrgFigures', ...(await this.queries.execute(new OrgFiguresQuery(tenant, asOf, known))) };
  }
}
