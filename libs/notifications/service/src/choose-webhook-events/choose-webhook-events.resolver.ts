import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ChooseWebhookEventsInput, ChooseWebhookEventsResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ChooseWebhookEventsCommand } from './choose-webhook-events.command.js';

@Resolver()
export class ChooseWebhookEventsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('chooseWebhookEvents') @Allow('webhook-endpoint:change')
  async chooseWebhookEvents(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ChooseWebhookEventsInput): Promise<ChooseWebhookEventsResult> {
    const outcome = await this.commands.execute(new ChooseWebhookEventsCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'WebhookEventsChosen', endpointId: input.endpointId, position: outcome.position };
  }
}
