import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@vouchsafe/access';
import { fold, reject, streamName } from '@vouchsafe/decider';
import { readEvent } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { WEBHOOK, webhookEndpointEvents } from '@vouchsafe/notifications-contracts';
import { webhookEndpoints, type NoSuchEndpoint } from '@vouchsafe/notifications-domain';
import { replay } from '@vouchsafe/reactions';
import { mayOnEndpoint } from '../endpoint/their-endpoint.js';
import type { ReplayWebhookDeliveryInput } from '../graphql.generated.js';

export type NoSuchDelivery = { reason: 'NoSuchDelivery' };

export class ReplayWebhookDeliveryCommand extends ActorsCommand<ReplayWebhookDeliveryInput, NoSuchEndpoint | NoSuchDelivery> {}

@CommandHandler(ReplayWebhookDeliveryCommand)
export class ReplayWebhookDeliveryHandler implements ICommandHandler<ReplayWebhookDeliveryCommand> {
  constructor(private readonly log: EventStore, private readonly database: Database) {}

  async execute({ tenant, actor, input: { requestKey, endpointId, deliveryId } }: ReplayWebhookDeliveryCommand) {
    const endpoint = fold(webhookEndpoints, (await this.log.readStream(tenant, streamName(webhookEndpoints, endpointId))).map((stored) => readEvent(webhookEndpointEvents, stored)));
    if (endpoint.status === 'none' || !mayOnEndpoint(actor, 'webhook-endpoint:change', endpointId, endpoint.programId)) return reject({ reason: 'NoSuchEndpoint' });
    const isThere = await replay(this.database, tenant, { name: WEBHOOK, lane: endpointId, id: deliveryId, requestKey });
    return isThere ? { accepted: true as const, position: (await this.log.head(tenant)).position } : reject({ reason: 'NoSuchDelivery' });
  }
}
