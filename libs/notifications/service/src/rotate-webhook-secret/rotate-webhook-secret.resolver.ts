import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RotateWebhookSecretInput, RotateWebhookSecretResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RotateWebhookSecretCommand } from './rotate-webhook-secret.command.js';

@Resolver()
export class RotateWebhookSecretResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('rotateWebhookSecret') @Allow('webhook-endpoint:change')
  async rotateWebhookSecret(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RotateWebhookSecretInput): Promise<RotateWebhookSecretResult> {
    const outcome = await this.commands.execute(new RotateWebhookSecretCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'WebhookSecretRotated', endpointId: input.endpointId, secret: outcome.secret, position: outcome.position };
  }
}
