import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ConfirmAdvocacyActionInput, ConfirmAdvocacyActionResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ConfirmAdvocacyActionCommand } from './confirm-advocacy-action.command.js';

@Resolver()
export class ConfirmAdvocacyActionResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('confirmAdvocacyAction') @Allow('advocacy-action:confirm')
  async confirmAdvocacyAction(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ConfirmAdvocacyActionInput): Promise<ConfirmAdvocacyActionResult> {
    const outcome = await this.commands.execute(new ConfirmAdvocacyActionCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'AdvocacyActionConfirmed', commitmentId: input.commitmentId, actionId: input.actionId, position: outcome.position } : refusal(outcome.rejection);
  }
}
