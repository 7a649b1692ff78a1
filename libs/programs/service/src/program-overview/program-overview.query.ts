import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor, type SqlNames } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { cohortRoster, takingPart } from '../cohort-roster/cohort-roster.projection.js';
import { cohortTable, programOverview, type CohortRow, type ProgramRow } from './program-overview.projection.js';

// Who takes part is asked in the same statement, so both read models stand at `after`.
const MODELS = [programOverview, cohortRoster];
const PROGRAM: SqlNames = { tenant: 'p.tenant_id', columns: { programId: 'p.program_id' }, relations: takingPart };
const COHORT: SqlNames = { tenant: 'c.tenant_id', columns: { cohortId: 'c.cohort_id', programId: 'c.program_id' }, relations: takingPart };
const COHORTS_PER_PROGRAM = 100;

const SELECT = `SELECT program_id AS "programId", name, kind, status, term_start AS "termStart", term_end AS "termEnd", definition, rules
  FROM ${programOverview.table} AS p WHERE p.tenant_id = $1`;
const SELECT_COHORT = `SELECT cohort_id AS "cohortId", program_id AS "programId", name, opens_on AS "opensOn", closes_on AS "closesOn", closed FROM ${cohortTable} AS c WHERE c.tenant_id = $1`;

export class ProgramOverviewQuery extends Query<ProgramRow | null> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly id: string, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(ProgramOverviewQuery)
export class ProgramOverviewHandler implements IQueryHandler<ProgramOverviewQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, id, after }: ProgramOverviewQuery) {
    const may = toSql(whereOf(policy(actor, 'program:read', 'program')), PROGRAM, 3);
    const text = `${SELECT} AND p.program_id = $2 AND ${may.text}`;
    return this.readModels.within(tenant, MODELS, after, async (tx) => (await tx.query<ProgramRow>(text, [tenant, id, ...may.values])).rows[0] ?? null);
  }
}

export class ProgramsQuery extends Query<ProgramRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly status: ProgramRow['status'] | null, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(ProgramsQuery)
export class ProgramsHandler implements IQueryHandler<ProgramsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, page, status, after }: ProgramsQuery) {
    const may = toSql(whereOf(policy(actor, 'program:read', 'program')), PROGRAM, 5);
    const text = `${SELECT} AND p.program_id > $2 AND ($3::text IS NULL OR p.status = $3) AND ${may.text} ORDER BY p.program_id LIMIT $4`;
    return this.readModels.within(tenant, MODELS, after, async (tx) => (await tx.query<ProgramRow>(text, [tenant, page.after?.[0] ?? '', status, page.limit, ...may.values])).rows);
  }
}

/** The cohorts of several programmes, the newest of each first. */
export class CohortsOfProgramsQuery extends Query<CohortRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly programIds: readonly string[], readonly after: Position | null) {
    super();
  }
}

@QueryHandler(CohortsOfProgramsQuery)
export class CohortsOfProgramsHandler implements IQueryHandler<CohortsOfProgramsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, programIds, after }: CohortsOfProgramsQuery) {
    const may = toSql(whereOf(policy(actor, 'cohort:read', 'cohort')), COHORT, 4);
    const text = `SELECT one.* FROM unnest($2::text[]) AS wanted (program_id) CROSS JOIN LATERAL (
      ${SELECT_COHORT} AND c.program_id = wanted.program_id AND ${may.text} ORDER BY c.opens_on DESC, c.cohort_id LIMIT $3) AS one`;
    return this.readModels.within(tenant, MODELS, after, async (tx) => (await tx.query<CohortRow>(text, [tenant, programIds, COHORTS_PER_PROGRAM, ...may.values])).rows);
  }
}

export class CohortQuery extends Query<CohortRow | null> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly id: string, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(CohortQuery)
export class CohortHandler implements IQueryHandler<CohortQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, id, after }: CohortQuery) {
    const may = toSql(whereOf(policy(actor, 'cohort:read', 'cohort')), COHORT, 3);
    const text = `${SELECT_COHORT} AND c.cohort_id = $2 AND ${may.text}`;
    return this.readModels.within(tenant, MODELS, after, async (tx) => (await tx.query<CohortRow>(text, [tenant, id, ...may.values])).rows[0] ?? null);
  }
}
