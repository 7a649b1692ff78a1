import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Pages, Tenant } from '@vouchsafe/graphql';
import type { Commitment, CommitmentConnection, Pledge, SponsorshipCommitmentsArgs } from '../graphql.generated.js';
import type { PledgeRow } from './commitment-overview.projection.js';
import { scorecardOf } from './scorecard.js';
import { CommitmentOverviewQuery, CommitmentsQuery, type VisibleCommitment } from './commitment-overview.query.js';

const shownPledge = ({ promise, status, advancedBy: _by, ...pledge }: PledgeRow): Pledge => ({
  __typename: 'Pledge', ...pledge, status: status.toUpperCase() as Pledge['status'],
  behaviour: promise.kind === 'BEHAVIOUR' ? promise.behaviour : null, deliverable: promise.kind === 'DELIVERABLE' ? promise.deliverable : null,
});

const shownCadence = (cadence: VisibleCommitment['cadence']): Commitment['cadence'] =>
  ({ __typename: 'Cadence', kind: cadence.kind, weeks: cadence.kind === 'WEEKS' ? cadence.weeks : null });

const shown = ({ words, status, cadence, objective, pledges, proposal, ...row }: VisibleCommitment): Commitment => ({
  __typename: 'Commitment', ...row, status: status.toUpperCase() as Commitment['status'], cadence: shownCadence(cadence),
  sponsor: { __typename: 'Person', personId: row.sponsorId }, protege: { __typename: 'Person', personId: row.protegeId },
  scorecard: scorecardOf(pledges),
  objective: words ? objective : null,
  pledges: words ? pledges.map(shownPledge) : null,
  proposal: words && proposal ? {
    __typename: 'Proposal', version: proposal.version, objective: proposal.objective, cadence: shownCadence(proposal.cadence), termStart: proposal.term.start,
    termEnd: proposal.term.end, pledges: proposal.pledges.map((pledge) => shownPledge({ ...pledge, done: 0, status: 'open', onTime: null, advancedBy: [] })), signedBy: proposal.signedBy,
  } : null,
});

@Resolver('Sponsorship')
export class CommitmentOverviewResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('commitment') @Allow('commitment:read')
  async commitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('id') id: string, @After() after: Position | null): Promise<Commitment | null> {
    const row = await this.queries.execute(new CommitmentOverviewQuery(tenant, actor, id, after));
    return row && shown(row);
  }

  @Query('sponsorship') @Allow('commitment:read')
  sponsorship(): object {
    return {};
  }

  @ResolveField('commitments')
  async commitments(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { first, after: cursor, programId }: SponsorshipCommitmentsArgs, @After() after: Position | null,
  ): Promise<CommitmentConnection> {
    const page = this.pages.page(tenant, 'commitments by id', { first, after: cursor });
    const rows = await this.queries.execute(new CommitmentsQuery(tenant, actor, page, programId ?? null, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ commitmentId }) => [commitmentId]);
    return {
      __typename: 'CommitmentConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'CommitmentEdge', cursor: at, node: shown(node) })),
    };
  }
}
