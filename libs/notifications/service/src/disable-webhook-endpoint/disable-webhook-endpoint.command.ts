import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { disableWebhookEndpoint, webhookEndpoints, type NoSuchEndpoint } from '@vouchsafe/notifications-domain';
import { ofTheirEndpoint } from '../endpoint/their-endpoint.js';
import type { DisableWebhookEndpointInput } from '../graphql.generated.js';

export class DisableWebhookEndpointCommand extends ActorsCommand<DisableWebhookEndpointInput, NoSuchEndpoint> {}

@CommandHandler(DisableWebhookEndpointCommand)
export class DisableWebhookEndpointHandler implements ICommandHandler<DisableWebhookEndpointCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DisableWebhookEndpointCommand) {
    const { endpointId } = input;
    const decide = ofTheirEndpoint(actor, endpointId, (state) => disableWebhookEndpoint({ endpointId, why: 'ASKED_FOR' }, state));
    return decideAndAppend(this.log, tenant, webhookEndpoints, endpointId, about(actor.actorId, input, this.clock.utcToday()), decide);
  }
}
