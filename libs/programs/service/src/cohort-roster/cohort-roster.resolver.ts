import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Pages, Tenant } from '@vouchsafe/graphql';
import type { Cohort, CohortRosterArgs, Enrolment, EnrolmentConnection } from '../graphql.generated.js';
import { CohortQuery } from '../program-overview/program-overview.query.js';
import type { RosterRow } from './cohort-roster.projection.js';
import { CohortRosterQuery, MyEnrolmentsQuery } from './cohort-roster.query.js';
import { shownCohort } from './shown-cohort.js';

const shown = (row: RosterRow): Enrolment => ({ __typename: 'Enrolment', ...row });

@Resolver('Cohort')
export class CohortRosterResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('cohort') @Allow('cohort:read')
  async cohort(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('id') id: string, @After() after: Position | null): Promise<Cohort | null> {
    const row = await this.queries.execute(new CohortQuery(tenant, actor, id, after));
    return row && shownCohort(row);
  }

  @Query('myEnrolments') @Allow('enrolment:read')
  async myEnrolments(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @After() after: Position | null): Promise<Enrolment[]> {
    return (await this.queries.execute(new MyEnrolmentsQuery(tenant, actor, after))).map(shown);
  }

  @ResolveField('roster')
  async roster(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Parent() { cohortId }: Cohort, @Args() { first, after: cursor, status }: CohortRosterArgs,
    @After() after: Position | null,
  ): Promise<EnrolmentConnection> {
    const page = this.pages.page(tenant, `roster of ${cohortId}`, { first, after: cursor });
    const rows = await this.queries.execute(new CohortRosterQuery(tenant, actor, cohortId, page, status ?? null, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ personId }) => [personId]);
    return {
      __typename: 'EnrolmentConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'EnrolmentEdge', cursor: at, node: shown(node) })),
    };
  }
}
