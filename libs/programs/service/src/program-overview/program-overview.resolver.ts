import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Loaders, Pages, Tenant, type Loader } from '@vouchsafe/graphql';
import { missingForOpening } from '@vouchsafe/programs-domain';
import type { Cohort, Program, ProgramConnection, ProgramsAllArgs, ProgramRules } from '../graphql.generated.js';
import { shownConditions } from '../vocabulary/written-conditions.js';
import { shownCohort } from '../cohort-roster/shown-cohort.js';
import type { ProgramRow } from './program-overview.projection.js';
import { CohortsOfProgramsQuery, ProgramOverviewQuery, ProgramsQuery } from './program-overview.query.js';

const shownRules = (rules: ProgramRow['rules']): ProgramRules | null => {
  if (!('version' in rules)) return null;
  const { version, settings, eligibility } = rules;
  return { __typename: 'ProgramRules', version, settings, proteges: shownConditions(eligibility.proteges), sponsors: shownConditions(eligibility.sponsors) };
};

const shown = (actor: Actor, { definition: { goals, population, places }, rules, termStart, termEnd, ...row }: ProgramRow): Program => {
  const term = termStart && termEnd ? { start: termStart, end: termEnd } : null;
  const isTheirs = actor.leads.has(row.programId);
  return {
    __typename: 'Program', ...row, goals, term, places, population: population && shownConditions(population),
    missing: isTheirs && row.status === 'DRAFT' ? missingForOpening({ ...row, goals: [...goals], term, population, places }, 1) : null,
    rules: isTheirs ? shownRules(rules) : null,
  } as Program; // its cohorts are resolved below
};

@Resolver('Programs')
export class ProgramsResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('program') @Allow('program:read')
  async program(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('id') id: string, @After() after: Position | null): Promise<Program | null> {
    const row = await this.queries.execute(new ProgramOverviewQuery(tenant, actor, id, after));
    return row && shown(actor, row);
  }

  @Query('programs') @Allow('program:read')
  programs(): object {
    return {};
  }

  @ResolveField('all')
  async all(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() { first, after: cursor, status }: ProgramsAllArgs, @After() after: Position | null,
  ): Promise<ProgramConnection> {
    const page = this.pages.page(tenant, 'programs by id', { first, after: cursor });
    const rows = await this.queries.execute(new ProgramsQuery(tenant, actor, page, status ?? null, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ programId }) => [programId]);
    return {
      __typename: 'ProgramConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor: at, node }) => ({ __typename: 'ProgramEdge', cursor: at, node: shown(actor, node) })),
    };
  }
}

@Resolver('Program')
export class CohortsOfProgramResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField('cohorts')
  cohorts(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Parent() { programId }: Program, @Loaders() loader: Loader, @After() after: Position | null,
  ): Promise<readonly Cohort[]> {
    return loader<string, readonly Cohort[]>('cohorts of programs', tenant, async (programIds) => {
      const rows = await this.queries.execute(new CohortsOfProgramsQuery(tenant, actor, programIds, after));
      return programIds.map((id) => rows.filter((row) => row.programId === id).map(shownCohort));
    }).load(programId);
  }
}
