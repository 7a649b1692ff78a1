import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { ReadModels } from '@vouchsafe/projections';
import { advocacyActions } from '../advocacy-actions/advocacy-actions.projection.js';
import { ACTIONS, mayReadActions } from '../advocacy-actions/visible-actions.js';
import { commitmentOverview } from '../commitment-overview/commitment-overview.projection.js';
import { COMMITMENT_NAMES } from '../commitment-overview/commitment-overview.query.js';
import { commitmentTimeline, type TimelineRow } from './commitment-timeline.projection.js';

/** A stretch of each timeline: before a position, newest first, or after one, oldest first. */
export type Stretch = { readonly before: Position | null; readonly limit: number } | { readonly after: Position; readonly limit: number };

/** The timelines of several commitments, those of them that this person may watch; without entries about actions they may not know of. */
export class CommitmentTimelineQuery extends Query<TimelineRow[]> {
  constructor(
    readonly tenant: TenantId, readonly actor: Actor, readonly commitmentIds: readonly string[], readonly stretch: Stretch, readonly after: Position | null,
  ) {
    super();
  }
}

const statement = (commitments: string, actions: string, isNewestFirst: boolean) => `
  SELECT e.* FROM ${commitmentOverview.table} AS c CROSS JOIN LATERAL (
    SELECT t.commitment_id AS "commitmentId", t.version, t.position, t.kind, t.occurred_on AS "occurredOn", t.recorded_at AS "recordedAt", t.action_id AS "actionId",
      t.pledge_id AS "pledgeId", t.text_version AS "textVersion", t.side, t.reason
    FROM ${commitmentTimeline.table} AS t
    WHERE t.tenant_id = $1 AND t.commitment_id = c.commitment_id AND ${isNewestFirst ? '($3::bigint IS NULL OR t.position < $3)' : 't.position > $3::bigint'}
      AND (t.action_id IS NULL OR EXISTS (SELECT FROM ${ACTIONS} AS x WHERE x.action_id = t.action_id AND ${actions}))
    ORDER BY t.position ${isNewestFirst ? 'DESC' : 'ASC'} LIMIT $4) AS e
  WHERE c.tenant_id = $1 AND c.commitment_id = ANY($2) AND ${commitments}`;

@QueryHandler(CommitmentTimelineQuery)
export class CommitmentTimelineHandler implements IQueryHandler<CommitmentTimelineQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, commitmentIds, stretch, after }: CommitmentTimelineQuery) {
    const commitments = toSql(whereOf(policy(actor, 'commitment:watch', 'commitment')), COMMITMENT_NAMES, 5);
    const actions = mayReadActions(actor, 5 + commitments.values.length);
    const isNewestFirst = 'before' in stretch;
    return this.readModels.within(tenant, [commitmentTimeline, commitmentOverview, advocacyActions], after, async (tx) => (await tx.query<TimelineRow>(
      statement(commitments.text, actions.text, isNewestFirst),
      [tenant, commitmentIds, isNewestFirst ? stretch.before : stretch.after, stretch.limit, ...commitments.values, ...actions.values])).rows);
  }
}

/** Whether somebody may watch a commitment; one that never was is one that nobody may. */
export class MayWatchQuery extends Query<boolean> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly commitmentId: string, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(MayWatchQuery)
export class MayWatchHandler implements IQueryHandler<MayWatchQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, commitmentId, after }: MayWatchQuery) {
    const may = toSql(whereOf(policy(actor, 'commitment:watch', 'commitment')), COMMITMENT_NAMES, 3);
    const row = await this.readModels.one(tenant, commitmentOverview, after,
      `SELECT 1 FROM ${commitmentOverview.table} AS c WHERE c.tenant_id = $1 AND c.commitment_id = $2 AND ${may.text}`, [tenant, commitmentId, ...may.values]);
    return row !== null;
  }
}
