import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, CurrentActor, Pages, Tenant } from '@vouchsafe/graphql';
import type { Outcome, OutcomeConnection, SponsorshipOutcomesArgs } from '../graphql.generated.js';
import type { OutcomeRow } from './outcomes.projection.js';
import { OutcomesQuery } from './outcomes.query.js';

const shown = ({ recordedBy, state, measure, restsOn, ...row }: OutcomeRow): Outcome => ({
  __typename: 'Outcome', ...row, person: { __typename: 'Person', personId: row.personId }, recordedBy: recordedBy === null ? null : { __typename: 'Person', personId: recordedBy },
  state: state === 'recorded' ? 'RECORDED' : 'RETRACTED', measure: measure && { __typename: 'Measure', ...measure },
  restsOn: restsOn.slice(0, 100).map((link) => ({ __typename: 'LinkedAction', ...link })),
});

@Resolver('Sponsorship')
export class OutcomesResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @ResolveField('outcomes')
  async outcomes(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { first, after: cursor, ...args }: SponsorshipOutcomesArgs, @After() after: Position | null,
  ): Promise<OutcomeConnection> {
    const page = this.pages.page(tenant, 'outcomes, newest first', { first, after: cursor });
    const { personId = null, programId = null, commitmentId = null, kind = null, from = null, to = null } = args;
    const rows = await this.queries.execute(new OutcomesQuery(tenant, actor, page, { personId, programId, commitmentId, kind, from, to }, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ occurredOn, outcomeId }) => [occurredOn, outcomeId]);
    return {
      __typename: 'OutcomeConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'OutcomeEdge', cursor: at, node: shown(node) })),
    };
  }
}
