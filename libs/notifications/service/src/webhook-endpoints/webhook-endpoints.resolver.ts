import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { After, Allow, CurrentActor, Pages, Tenant, type PageArguments } from '@vouchsafe/graphql';
import { spelled } from '../vocabulary/event-types.js';
import { WebhookEndpointsQuery } from './webhook-endpoints.query.js';

@Resolver('Webhooks')
export class WebhookEndpointsResolver {
  constructor(private readonly queries: QueryBus, private readonly pages: Pages) {}

  @Query('webhooks') @Allow('webhook-endpoint:read')
  webhooks(): object {
    return {};
  }

  /** Deliveries are asked for below each endpoint. */
  @ResolveField('endpoints')
  async endpoints(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args() args: PageArguments, @After() after: Position | null): Promise<object> {
    const page = this.pages.page(tenant, 'webhook endpoints by id', args);
    const rows = await this.queries.execute(new WebhookEndpointsQuery(tenant, actor, page, after));
    const { edges, pageInfo } = this.pages.connection(page, rows, ({ endpointId }) => [endpointId]);
    return { pageInfo, edges: edges.map(({ cursor, node: { isEnabled, eventTypes, ...endpoint } }) => ({ cursor, node: { ...endpoint, enabled: isEnabled, eventTypes: eventTypes.map(spelled) } })) };
  }
}
