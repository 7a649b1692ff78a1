import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@vouchsafe/access';
import { reject, type Decision } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore, idFromRequest } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { WebhookEndpointEvent } from '@vouchsafe/notifications-contracts';
import { registerWebhookEndpoint, webhookEndpoints, type RegisterWebhookEndpointRejection, type WebhookEndpoint } from '@vouchsafe/notifications-domain';
import { LoopbackRule } from '../endpoint/loopback-rule.js';
import { mayOnEndpoint } from '../endpoint/their-endpoint.js';
import type { RegisterWebhookEndpointInput } from '../graphql.generated.js';
import { typeOf } from '../vocabulary/event-types.js';
import { webhookEndpointList } from '../webhook-endpoints/webhook-endpoints.projection.js';
import { endpointSecret } from '../webhooks/endpoint-secret.js';
import { mayBePublic } from '../webhooks/public-address.js';

/** Whose system it may be follows from roles, so it is not the endpoint's decider that refuses. */
export type NotYoursToConnect = { reason: 'NotYoursToConnect' };
type Rejection = RegisterWebhookEndpointRejection | NotYoursToConnect;

export class RegisterWebhookEndpointCommand extends ActorsCommand<RegisterWebhookEndpointInput, Rejection, { endpointId: string; secret: string }> {}

@CommandHandler(RegisterWebhookEndpointCommand)
export class RegisterWebhookEndpointHandler implements ICommandHandler<RegisterWebhookEndpointCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly database: Database, private readonly loopback: LoopbackRule) {}

  async execute({ tenant, actor, input }: RegisterWebhookEndpointCommand) {
    const { url } = input;
    const programId = input.programId ?? null;
    const endpointId = idFromRequest(tenant, 'webhook-endpoint', input.requestKey);
    const allowLoopback = this.loopback.isAllowed;
    const registered = await this.database.withTenant(tenant, async (tx) => (await tx.query<{ count: number }>(`SELECT count(*) AS count FROM ${webhookEndpointList.table} WHERE tenant_id = $1`, [tenant])).rows[0]!.count);
    const command = { endpointId, url, programId, eventTypes: input.eventTypes.map(typeOf), registered, isPublic: mayBePublic(url, { allowLoopback }), allowPlain: allowLoopback };
    const decide = (state: WebhookEndpoint): Decision<WebhookEndpointEvent, Rejection> =>
      (mayOnEndpoint(actor, 'webhook-endpoint:register', endpointId, programId) ? registerWebhookEndpoint(command, state) : reject({ reason: 'NotYoursToConnect' }));
    const outcome = await decideAndAppend(this.log, tenant, webhookEndpoints, endpointId, about(actor.actorId, input, this.clock.utcToday()), decide);
    return outcome.accepted ? { ...outcome, endpointId, secret: endpointSecret(await this.database.installationSecret(), tenant, endpointId, 1) } : outcome;
  }
}
