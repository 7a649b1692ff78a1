import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { enableWebhookEndpoint, webhookEndpoints, type NoSuchEndpoint } from '@vouchsafe/notifications-domain';
import { ofTheirEndpoint } from '../endpoint/their-endpoint.js';
import type { EnableWebhookEndpointInput } from '../graphql.generated.js';

export class EnableWebhookEndpointCommand extends ActorsCommand<EnableWebhookEndpointInput, NoSuchEndpoint> {}

@CommandHandler(EnableWebhookEndpointCommand)
export class EnableWebhookEndpointHandler implements ICommandHandler<EnableWebhookEndpointCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: EnableWebhookEndpointCommand) {
    const { endpointId } = input;
    const decide = ofTheirEndpoint(actor, endpointId, (state) => enableWebhookEndpoint({ endpointId }, state));
    return decideAndAppend(this.log, tenant, webhookEndpoints, endpointId, about(actor.actorId, input, this.clock.utcToday()), decide);
  }
}
