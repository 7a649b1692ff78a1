import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DisputeAdvocacyActionInput, DisputeAdvocacyActionResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DisputeAdvocacyActionCommand } from './dispute-advocacy-action.command.js';

@Resolver()
export class DisputeAdvocacyActionResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('disputeAdvocacyAction') @Allow('advocacy-action:dispute')
  async disputeAdvocacyAction(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DisputeAdvocacyActionInput): Promise<DisputeAdvocacyActionResult> {
    const outcome = await this.commands.execute(new DisputeAdvocacyActionCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'AdvocacyActionDisputed', commitmentId: input.commitmentId, actionId: input.actionId, position: outcome.position } : refusal(outcome.rejection);
  }
}
