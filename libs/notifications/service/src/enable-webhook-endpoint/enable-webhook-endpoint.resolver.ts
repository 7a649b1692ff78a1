import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { EnableWebhookEndpointInput, EnableWebhookEndpointResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { EnableWebhookEndpointCommand } from './enable-webhook-endpoint.command.js';

@Resolver()
export class EnableWebhookEndpointResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('enableWebhookEndpoint') @Allow('webhook-endpoint:change')
  async enableWebhookEndpoint(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: EnableWebhookEndpointInput): Promise<EnableWebhookEndpointResult> {
    const outcome = await this.commands.execute(new EnableWebhookEndpointCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'WebhookEndpointEnabled', endpointId: input.endpointId, position: outcome.position };
  }
}
