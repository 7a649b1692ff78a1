import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DiscloseAdvocacyActionInput, DiscloseAdvocacyActionResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DiscloseAdvocacyActionCommand } from './disclose-advocacy-action.command.js';

@Resolver()
export class DiscloseAdvocacyActionResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('discloseAdvocacyAction') @Allow('advocacy-action:disclose')
  async discloseAdvocacyAction(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DiscloseAdvocacyActionInput): Promise<DiscloseAdvocacyActionResult> {
    const outcome = await this.commands.execute(new DiscloseAdvocacyActionCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'AdvocacyActionDisclosed', commitmentId: input.commitmentId, actionId: input.actionId, position: outcome.position } : refusal(outcome.rejection);
  }
}
