import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { is, policy, toSql, whereOf, type Actor, type SqlNames } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { cohortRoster, type RosterRow } from './cohort-roster.projection.js';

const NAMES: SqlNames = { columns: { personId: 'r.person_id', cohortId: 'r.cohort_id', programId: 'r.program_id' } };
const MOST_OF_ONE_PERSON = 100;
const SELECT = `SELECT cohort_id AS "cohortId", person_id AS "personId", program_id AS "programId", role, status, rules_version AS "rulesVersion", since
  FROM ${cohortRoster.table} AS r WHERE r.tenant_id = $1`;

export class CohortRosterQuery extends Query<RosterRow[]> {
  constructor(
    readonly tenant: TenantId, readonly actor: Actor, readonly cohortId: string, readonly page: Page, readonly status: RosterRow['status'] | null, readonly after: Position | null,
  ) {
    super();
  }
}

@QueryHandler(CohortRosterQuery)
export class CohortRosterHandler implements IQueryHandler<CohortRosterQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, actor, cohortId, page, status, after }: CohortRosterQuery) {
    const may = toSql(whereOf(policy(actor, 'enrolment:read', 'enrolment')), NAMES, 6);
    return this.readModels.many<RosterRow>(
      tenant, cohortRoster, after,
      `${SELECT} AND r.cohort_id = $2 AND r.person_id > $3 AND ($4::text IS NULL OR r.status = $4) AND ${may.text} ORDER BY r.person_id LIMIT $5`,
      [tenant, cohortId, page.after?.[0] ?? '', status, page.limit, ...may.values]);
  }
}

export class MyEnrolmentsQuery extends Query<RosterRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(MyEnrolmentsQuery)
export class MyEnrolmentsHandler implements IQueryHandler<MyEnrolmentsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, actor, after }: MyEnrolmentsQuery) {
    const mine = toSql(is('personId', actor.personId), NAMES, 3);
    return this.readModels.many<RosterRow>(tenant, cohortRoster, after, `${SELECT} AND ${mine.text} ORDER BY r.since DESC, r.cohort_id LIMIT $2`, [tenant, MOST_OF_ONE_PERSON, ...mine.values]);
  }
}
