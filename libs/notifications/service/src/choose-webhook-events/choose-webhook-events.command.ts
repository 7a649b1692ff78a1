import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { chooseWebhookEvents, webhookEndpoints, type EventTypesRejection, type NoSuchEndpoint } from '@vouchsafe/notifications-domain';
import { ofTheirEndpoint } from '../endpoint/their-endpoint.js';
import type { ChooseWebhookEventsInput } from '../graphql.generated.js';
import { typeOf } from '../vocabulary/event-types.js';

export class ChooseWebhookEventsCommand extends ActorsCommand<ChooseWebhookEventsInput, NoSuchEndpoint | EventTypesRejection> {}

@CommandHandler(ChooseWebhookEventsCommand)
export class ChooseWebhookEventsHandler implements ICommandHandler<ChooseWebhookEventsCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: ChooseWebhookEventsCommand) {
    const { endpointId } = input;
    const decide = ofTheirEndpoint(actor, endpointId, (state) => chooseWebhookEvents({ endpointId, eventTypes: input.eventTypes.map(typeOf) }, state));
    return decideAndAppend(this.log, tenant, webhookEndpoints, endpointId, about(actor.actorId, input, this.clock.utcToday()), decide);
  }
}
