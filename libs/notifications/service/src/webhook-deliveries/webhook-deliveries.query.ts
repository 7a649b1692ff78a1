import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Database } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { WEBHOOK } from '@vouchsafe/notifications-contracts';
import { laneHistory, type LaneEntry } from '@vouchsafe/reactions';

/** The messages to one endpoint, for whoever may read the endpoint. */
export class WebhookDeliveriesQuery extends Query<LaneEntry[]> {
  constructor(readonly tenant: TenantId, readonly endpointId: string, readonly page: Page) {
    super();
  }
}

@QueryHandler(WebhookDeliveriesQuery)
export class WebhookDeliveriesHandler implements IQueryHandler<WebhookDeliveriesQuery> {
  constructor(private readonly database: Database) {}

  execute({ tenant, endpointId, page }: WebhookDeliveriesQuery) {
    const [position, id] = page.after ?? [];
    return laneHistory(this.database, tenant, { name: WEBHOOK, lane: endpointId, before: position === undefined ? null : { position: Number(position), id: String(id) }, max: page.limit });
  }
}
