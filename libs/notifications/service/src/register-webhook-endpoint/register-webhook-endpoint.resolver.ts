import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RegisterWebhookEndpointInput, RegisterWebhookEndpointResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RegisterWebhookEndpointCommand } from './register-webhook-endpoint.command.js';

@Resolver()
export class RegisterWebhookEndpointResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('registerWebhookEndpoint') @Allow('webhook-endpoint:register')
  async registerWebhookEndpoint(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RegisterWebhookEndpointInput): Promise<RegisterWebhookEndpointResult> {
    const outcome = await this.commands.execute(new RegisterWebhookEndpointCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'WebhookEndpointRegistered', endpointId: outcome.endpointId, secret: outcome.secret, position: outcome.position };
  }
}
