import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DisableWebhookEndpointInput, DisableWebhookEndpointResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DisableWebhookEndpointCommand } from './disable-webhook-endpoint.command.js';

@Resolver()
export class DisableWebhookEndpointResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('disableWebhookEndpoint') @Allow('webhook-endpoint:change')
  async disableWebhookEndpoint(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DisableWebhookEndpointInput): Promise<DisableWebhookEndpointResult> {
    const outcome = await this.commands.execute(new DisableWebhookEndpointCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'WebhookEndpointDisabled', endpointId: input.endpointId, position: outcome.position };
  }
}
