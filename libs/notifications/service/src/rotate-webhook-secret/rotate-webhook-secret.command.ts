import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@vouchsafe/access';
import { streamName } from '@vouchsafe/decider';
import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { webhookEndpointEvents } from '@vouchsafe/notifications-contracts';
import { rotateWebhookSecret, webhookEndpoints, type NoSuchEndpoint } from '@vouchsafe/notifications-domain';
import { ofTheirEndpoint } from '../endpoint/their-endpoint.js';
import type { RotateWebhookSecretInput } from '../graphql.generated.js';
import { endpointSecret } from '../webhooks/endpoint-secret.js';

export class RotateWebhookSecretCommand extends ActorsCommand<RotateWebhookSecretInput, NoSuchEndpoint, { secret: string }> {}

@CommandHandler(RotateWebhookSecretCommand)
export class RotateWebhookSecretHandler implements ICommandHandler<RotateWebhookSecretCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly database: Database) {}

  async execute({ tenant, actor, input }: RotateWebhookSecretCommand) {
    const { endpointId } = input;
    const decide = ofTheirEndpoint(actor, endpointId, (state) => rotateWebhookSecret({ endpointId }, state));
    const outcome = await decideAndAppend(this.log, tenant, webhookEndpoints, endpointId, about(actor.actorId, input, this.clock.utcToday()), decide);
    if (!outcome.accepted) return outcome;
    const generation = await this.generationAt(tenant, endpointId, outcome.position);
    return { ...outcome, secret: endpointSecret(await this.database.installationSecret(), tenant, endpointId, generation) };
  }

  /** That which this very request made: a repeat is answered with the same secret, though others have rotated since. */
  private async generationAt(tenant: TenantId, endpointId: string, position: number): Promise<number> {
    const stored = (await this.log.readStream(tenant, streamName(webhookEndpoints, endpointId))).find((event) => event.position === position)!;
    const event = readEvent(webhookEndpointEvents, stored);
    if (event.type !== 'WebhookSecretRotated') throw new Error(`Position ${position} holds a ${event.type}, where the rotation was written.`);
    return event.data.generation;
  }
}
