import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor } from '@vouchsafe/access';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { advocacyActions } from '../advocacy-actions/advocacy-actions.projection.js';
import { ACTIONS, mayReadActions } from '../advocacy-actions/visible-actions.js';
import { commitmentOverview } from '../commitment-overview/commitment-overview.projection.js';
import { COMMITMENT_NAMES } from '../commitment-overview/commitment-overview.query.js';
import { outcomeOverview, type OutcomeRow } from './outcomes.projection.js';

export interface OutcomeFilter {
  readonly personId: string | null;
  readonly programId: string | null;
  readonly commitmentId: string | null;
  readonly kind: OutcomeRow['kind'] | null;
  /** First and last day, both included. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export class OutcomesQuery extends Query<OutcomeRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly filter: OutcomeFilter, readonly after: Position | null) {
    super();
  }
}

const mayRead = (actor: Actor, firstParameter: number) => toSql(whereOf(policy(actor, 'outcome:read', 'outcome')), {
  tenant: 'o.tenant_id',
  columns: {
    outcomeId: 'o.outcome_id', personId: 'o.person_id', programId: 'o.program_id', commitmentId: 'o.commitment_id', recordedBy: 'o.recorded_by', outcomeOccurredOn: 'o.occurred_on', kind: 'o.kind',
  },
  relations: { commitment: {
    table: commitmentOverview.table,
    columns: { commitmentId: 'commitment_id', programId: 'program_id', sponsorId: 'sponsor_id', protegeId: 'protege_id', status: 'status', start: 'term_start', end: 'term_end' },
  } },
}, firstParameter);

// Whoever reads an outcome learns nothing of a commitment that they may not know of: not its id, not its programme, not who recorded it
// there, and no filter finds it. Of the actions that it is said to rest on they learn those that they may know of.
const statement = (outcomes: string, commitments: string, actions: string) => `
  SELECT o.outcome_id AS "outcomeId", o.person_id AS "personId", o.seen_program_id AS "programId", o.seen_commitment_id AS "commitmentId",
    CASE WHEN o.known THEN o.recorded_by END AS "recordedBy", o.source, o.evidence_state AS "evidenceState", o.kind, o.occurred_on AS "occurredOn", o.measure, o.state,
    coalesce((SELECT jsonb_agg(l.link ORDER BY l.at) FROM jsonb_array_elements(o.rests_on) WITH ORDINALITY AS l (link, at)
      WHERE EXISTS (SELECT FROM ${ACTIONS} AS x WHERE x.action_id = l.link ->> 'actionId' AND ${actions})), '[]') AS "restsOn"
  FROM (SELECT o.*, k.known, CASE WHEN k.known THEN o.program_id END AS seen_program_id, CASE WHEN k.known THEN o.commitment_id END AS seen_commitment_id
    FROM ${outcomeOverview.table} AS o
    CROSS JOIN LATERAL (SELECT o.commitment_id IS NULL
      OR EXISTS (SELECT FROM ${commitmentOverview.table} AS c WHERE c.tenant_id = o.tenant_id AND c.commitment_id = o.commitment_id AND ${commitments}) AS known) AS k
    WHERE o.tenant_id = $1 AND ${outcomes}) AS o
  WHERE ($2::text IS NULL OR o.person_id = $2) AND ($3::text IS NULL OR o.seen_program_id = $3) AND ($4::text IS NULL OR o.seen_commitment_id = $4)
    AND ($5::text IS NULL OR o.kind = $5) AND ($6::date IS NULL OR o.occurred_on >= $6) AND ($7::date IS NULL OR o.occurred_on <= $7)
    AND ($8::date IS NULL OR (o.occurred_on, o.outcome_id) < ($8, $9))
  ORDER BY o.occurred_on DESC, o.outcome_id DESC LIMIT $10`;

@QueryHandler(OutcomesQuery)
export class OutcomesHandler implements IQueryHandler<OutcomesQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, page, filter: { personId, programId, commitmentId, kind, from, to }, after }: OutcomesQuery) {
    const [day, id] = page.after ?? [null, null];
    const may = mayRead(actor, 11);
    const commitments = toSql(whereOf(policy(actor, 'commitment:read', 'commitment')), COMMITMENT_NAMES, 11 + may.values.length);
    const actions = mayReadActions(actor, 11 + may.values.length + commitments.values.length);
    return this.readModels.within(tenant, [outcomeOverview, commitmentOverview, advocacyActions], after, async (tx) => (await tx.query<OutcomeRow>(
      statement(may.text, commitments.text, actions.text),
      [tenant, personId, programId, commitmentId, kind, from, to, day, id, page.limit, ...may.values, ...commitments.values, ...actions.values])).rows);
  }
}
