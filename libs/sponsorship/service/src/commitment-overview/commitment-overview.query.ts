import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { permits, policy, toSql, whereOf, type Actor, type SqlNames } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { commitmentOverview, type CommitmentRow } from './commitment-overview.projection.js';
import { withoutWhatIsHeldBack } from './held-back.js';

/** A row as this actor may see it: without the words, where those belong to the parties alone. */
export type VisibleCommitment = CommitmentRow & { words: boolean };

export const COMMITMENT_NAMES: SqlNames = {
  tenant: 'c.tenant_id',
  columns: { commitmentId: 'c.commitment_id', programId: 'c.program_id', sponsorId: 'c.sponsor_id', protegeId: 'c.protege_id', status: 'c.status' },
};
const SELECT = `SELECT commitment_id AS "commitmentId", program_id AS "programId", cohort_id AS "cohortId", sponsor_id AS "sponsorId", protege_id AS "protegeId",
  status, paused, version, objective, cadence, term_start AS "termStart", term_end AS "termEnd", pledges, proposal, made_on AS "madeOn", actions, held_back AS "heldBack", disclosed
  FROM ${commitmentOverview.table} AS c WHERE c.tenant_id = $1`;

const visibleTo = (actor: Actor) => {
  const words = policy(actor, 'commitment:read-words', 'commitment');
  return (row: CommitmentRow): VisibleCommitment => {
    const { commitmentId, programId, sponsorId, protegeId, status } = row;
    const known = actor.personId === protegeId ? withoutWhatIsHeldBack(row) : row;
    return { ...known, words: permits<'commitment'>(words, { commitmentId, programId, sponsorId, protegeId, status }) };
  };
};

export class CommitmentOverviewQuery extends Query<VisibleCommitment | null> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly id: string, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(CommitmentOverviewQuery)
export class CommitmentOverviewHandler implements IQueryHandler<CommitmentOverviewQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, id, after }: CommitmentOverviewQuery) {
    const may = toSql(whereOf(policy(actor, 'commitment:read', 'commitment')), COMMITMENT_NAMES, 3);
    const row = await this.readModels.one<CommitmentRow>(tenant, commitmentOverview, after, `${SELECT} AND c.commitment_id = $2 AND ${may.text}`, [tenant, id, ...may.values]);
    return row && visibleTo(actor)(row);
  }
}

export class CommitmentsQuery extends Query<VisibleCommitment[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly programId: string | null, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(CommitmentsQuery)
export class CommitmentsHandler implements IQueryHandler<CommitmentsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, page, programId, after }: CommitmentsQuery) {
    const may = toSql(whereOf(policy(actor, 'commitment:read', 'commitment')), COMMITMENT_NAMES, 5);
    const rows = await this.readModels.many<CommitmentRow>(
      tenant, commitmentOverview, after,
      `${SELECT} AND c.commitment_id > $2 AND ($3::text IS NULL OR c.program_id = $3) AND ${may.text} ORDER BY c.commitment_id LIMIT $4`,
      [tenant, page.after?.[0] ?? '', programId, page.limit, ...may.values],
    );
    return rows.map(visibleTo(actor));
  }
}
