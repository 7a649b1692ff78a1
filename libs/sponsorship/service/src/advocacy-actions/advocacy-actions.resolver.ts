import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, CurrentActor, Pages, Tenant } from '@vouchsafe/graphql';
import type { AdvocacyAction, AdvocacyActionConnection, SponsorshipAdvocacyActionsArgs } from '../graphql.generated.js';
import type { AdvocacyActionRow } from './advocacy-actions.projection.js';
import { AdvocacyActionsQuery, type VisibleAction } from './advocacy-actions.query.js';

const shown = ({ words, state, recordedBy, audience, capital, evidence, ...row }: VisibleAction): AdvocacyAction => ({
  __typename: 'AdvocacyAction', ...row, state: state.toUpperCase() as AdvocacyAction['state'], recordedBy: { __typename: 'Person', personId: recordedBy },
  audience: words ? audience : null, capital: words ? capital : null, evidence: words ? evidence : null,
});

@Resolver('Sponsorship')
export class AdvocacyActionsResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @ResolveField('advocacyActions')
  async advocacyActions(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { first, after: cursor, ...args }: SponsorshipAdvocacyActionsArgs, @After() after: Position | null,
  ): Promise<AdvocacyActionConnection> {
    const page = this.pages.page(tenant, 'advocacy actions, newest first', { first, after: cursor });
    const { commitmentId = null, programId = null, from = null, to = null } = args;
    const state = (args.state?.toLowerCase() ?? null) as AdvocacyActionRow['state'] | null;
    const rows = await this.queries.execute(new AdvocacyActionsQuery(tenant, actor, page, { commitmentId, programId, from, to, state }, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ occurredOn, actionId }) => [occurredOn, actionId]);
    return {
      __typename: 'AdvocacyActionConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'AdvocacyActionEdge', cursor: at, node: shown(node) })),
    };
  }
}
