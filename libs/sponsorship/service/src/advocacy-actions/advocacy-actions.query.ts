import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { IsoDate, Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { commitmentOverview } from '../commitment-overview/commitment-overview.projection.js';
import { advocacyActions, type AdvocacyActionRow } from './advocacy-actions.projection.js';
import { ACTIONS, mayReadActions } from './visible-actions.js';

export interface ActionFilter {
  readonly commitmentId: string | null;
  readonly programId: string | null;
  /** First and last day, both included. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly state: AdvocacyActionRow['state'] | null;
}

/** An action as this person may see it. `words`: whether what belongs to the sponsor alone is theirs to read. */
export type VisibleAction = AdvocacyActionRow & { programId: string; sponsorId: string; protegeId: string; recordedBy: string; words: boolean; /** Of the commitment. */ status: string };

export class AdvocacyActionsQuery extends Query<VisibleAction[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly filter: ActionFilter, readonly after: Position | null) {
    super();
  }
}

const SELECT = `SELECT action_id AS "actionId", commitment_id AS "commitmentId", program_id AS "programId", delegate_id AS "delegateId", recorded_by AS "recordedBy",
    occurred_on AS "occurredOn", act, behaviour, forum, audience, protege_present AS "protegePresent", direct_observation AS "directObservation", capital, pledge_id AS "pledgeId",
    milestone_id AS "milestoneId", evidence, late, state, attested, dispute, told, disclosed,
    sponsor_id AS "sponsorId", protege_id AS "protegeId", status, $9 IN (x.sponsor_id, x.recorded_by) AS words
  FROM ${ACTIONS} AS x
  WHERE ($2::text IS NULL OR commitment_id = $2) AND ($3::text IS NULL OR program_id = $3) AND ($4::date IS NULL OR occurred_on >= $4) AND ($5::date IS NULL OR occurred_on <= $5)
    AND ($6::text IS NULL OR state = $6) AND ($7::date IS NULL OR (occurred_on, action_id) < ($7, $8))`;

@QueryHandler(AdvocacyActionsQuery)
export class AdvocacyActionsHandler implements IQueryHandler<AdvocacyActionsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, page, filter, after }: AdvocacyActionsQuery) {
    const { commitmentId, programId, from, to, state } = filter;
    const [day, id] = page.after ?? [null, null];
    const may = mayReadActions(actor, 11);
    return this.readModels.within(tenant, [advocacyActions, commitmentOverview], after, async (tx) => (await tx.query<VisibleAction>(
      `${SELECT} AND ${may.text} ORDER BY occurred_on DESC, action_id DESC LIMIT $10`,
      [tenant, commitmentId, programId, from, to, state, day, id, actor.personId, page.limit, ...may.values])).rows);
  }
}
