import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor, type SqlNames } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { webhookEndpointList, type WebhookEndpointRow } from './webhook-endpoints.projection.js';

const NAMES: SqlNames = { columns: { endpointId: 'e.endpoint_id', programId: 'e.program_id' } };

export class WebhookEndpointsQuery extends Query<WebhookEndpointRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(WebhookEndpointsQuery)
export class WebhookEndpointsHandler implements IQueryHandler<WebhookEndpointsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, actor, page, after }: WebhookEndpointsQuery) {
    const may = toSql(whereOf(policy(actor, 'webhook-endpoint:read', 'webhook-endpoint')), NAMES, 4);
    return this.readModels.many<WebhookEndpointRow>(
      tenant, webhookEndpointList, after,
      `SELECT e.endpoint_id AS "endpointId", e.url, e.event_types AS "eventTypes", e.program_id AS "programId", e.is_enabled AS "isEnabled"
         FROM ${webhookEndpointList.table} AS e WHERE e.tenant_id = $1 AND e.endpoint_id > $2 AND ${may.text} ORDER BY e.endpoint_id LIMIT $3`,
      [tenant, page.after?.[0] ?? '', page.limit, ...may.values]);
  }
}
