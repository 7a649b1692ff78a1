import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { CorrectAdvocacyActionInput, CorrectAdvocacyActionResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { CorrectAdvocacyActionCommand } from './correct-advocacy-action.command.js';

@Resolver()
export class CorrectAdvocacyActionResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('correctAdvocacyAction') @Allow('advocacy-action:correct')
  async correctAdvocacyAction(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: CorrectAdvocacyActionInput): Promise<CorrectAdvocacyActionResult> {
    const outcome = await this.commands.execute(new CorrectAdvocacyActionCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'AdvocacyActionCorrected', commitmentId: input.commitmentId, actionId: input.actionId, act: outcome.act, position: outcome.position } : refusal(outcome.rejection);
  }
}
