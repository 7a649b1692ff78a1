import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RetractAdvocacyActionInput, RetractAdvocacyActionResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RetractAdvocacyActionCommand } from './retract-advocacy-action.command.js';

@Resolver()
export class RetractAdvocacyActionResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('retractAdvocacyAction') @Allow('advocacy-action:retract')
  async retractAdvocacyAction(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RetractAdvocacyActionInput): Promise<RetractAdvocacyActionResult> {
    const outcome = await this.commands.execute(new RetractAdvocacyActionCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'AdvocacyActionRetracted', commitmentId: input.commitmentId, actionId: input.actionId, position: outcome.position } : refusal(outcome.rejection);
  }
}
