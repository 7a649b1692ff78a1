import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore } from '@vouchsafe/event-store';
import { After, Allow, Pages, Tenant, type PageArguments } from '@vouchsafe/graphql';
import type { Chain, ChainConnection, QueryChainArgs } from '../graphql.generated.js';
import { knownAt } from '../org-graph/known-at.js';
import { thePerson } from '../person/the-person.js';
import { ChainQuery, type LinkRow } from './chain.query.js';

interface Found { readonly personId: string; readonly asOf: IsoDate; readonly isKnown: boolean; readonly links: readonly LinkRow[] }

@Resolver('Chain')
export class ChainResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages, private readonly log: EventStore, private readonly clock: Clock) {}

  @Query('chain') @Allow('org-graph:read')
  async chain(@Tenant() tenant: TenantId, @Args() { personId, asOf, asKnownAt }: QueryChainArgs, @After() after: Position | null): Promise<Chain | null> {
    const day = asOf ?? this.clock.today();
    const row = await this.queries.execute(new ChainQuery(tenant, personId, day, await knownAt(this.log, tenant, asKnownAt, after, this.clock.now())));
    return row && ({ personId, asOf: day, isKnown: row.isKnown, links: row.above } satisfies Found as unknown as Chain); // `above` is resolved below
  }

  @ResolveField('above')
  above(@Tenant() tenant: TenantId, @Parent() { personId, asOf, links }: Found, @Args() args: PageArguments): ChainConnection {
    const page = this.pages.page(tenant, `chain of ${personId} on ${asOf}`, args);
    const from = page.after === null ? 0 : links.findIndex(({ postId }) => postId === page.after![0]) + 1;
    const { edges, pageInfo } = this.pages.connection(page, links.slice(from, from + page.limit), ({ postId }) => [postId]);
    return {
      __typename: 'ChainConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor, node: { holders, ...link } }) => ({ __typename: 'ChainEdge', cursor, node: { __typename: 'ChainLink', ...link, holders: holders.map(thePerson) } })),
    };
  }
}
