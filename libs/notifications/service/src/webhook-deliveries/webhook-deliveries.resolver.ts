import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { TenantId } from '@vouchsafe/event-schema';
import { Pages, Tenant, type PageArguments } from '@vouchsafe/graphql';
import type { LaneEntry } from '@vouchsafe/reactions';
import type { WebhookDelivery, WebhookDeliveryConnection, WebhookDeliveryState, WebhookEndpoint } from '../graphql.generated.js';
import { spelled } from '../vocabulary/event-types.js';
import { webhookMessage } from '../webhooks/webhook-message.js';
import { WebhookDeliveriesQuery } from './webhook-deliveries.query.js';

const states: Readonly<Record<LaneEntry['state'], WebhookDeliveryState>> = { DUE: 'DUE', DONE: 'DELIVERED', DEAD: 'GIVEN_UP' };

const shown = ({ id, payload, state, position, attempts, note, recordedAt, endedAt }: LaneEntry): WebhookDelivery => ({
  __typename: 'WebhookDelivery', deliveryId: id, eventType: spelled(webhookMessage.parse(payload).type), position, state: states[state], attempts, note, recordedAt, endedAt,
});

@Resolver('WebhookEndpoint')
export class WebhookDeliveriesResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @ResolveField('deliveries')
  async deliveries(@Tenant() tenant: TenantId, @Parent() { endpointId }: Pick<WebhookEndpoint, 'endpointId'>, @Args() args: PageArguments): Promise<WebhookDeliveryConnection> {
    const page = this.pages.page(tenant, `webhook deliveries to ${endpointId}`, args);
    const { edges, pageInfo } = this.pages.connection(page, await this.queries.execute(new WebhookDeliveriesQuery(tenant, endpointId, page)), ({ position, id }) => [position, id]);
    return {
      __typename: 'WebhookDeliveryConnection', pageInfo: { __typename: 'PageInfo', ...pageInfo },
      edges: edges.map(({ cursor, node }) => ({ __typename: 'WebhookDeliveryEdge', cursor, node: shown(node) })),
    };
  }
}
