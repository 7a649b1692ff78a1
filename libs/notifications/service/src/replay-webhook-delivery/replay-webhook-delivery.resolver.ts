import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ReplayWebhookDeliveryInput, ReplayWebhookDeliveryResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ReplayWebhookDeliveryCommand } from './replay-webhook-delivery.command.js';

@Resolver()
export class ReplayWebhookDeliveryResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('replayWebhookDelivery') @Allow('webhook-endpoint:change')
  async replayWebhookDelivery(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ReplayWebhookDeliveryInput): Promise<ReplayWebhookDeliveryResult> {
    const outcome = await this.commands.execute(new ReplayWebhookDeliveryCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'WebhookDeliveryReplayed', deliveryId: input.deliveryId, position: outcome.position } : refusal(outcome.rejection);
  }
}
