import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RetractOutcomeInput, RetractOutcomeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RetractOutcomeCommand } from './retract-outcome.command.js';

@Resolver()
export class RetractOutcomeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('retractOutcome') @Allow('outcome:retract')
  async retractOutcome(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RetractOutcomeInput): Promise<RetractOutcomeResult> {
    const outcome = await this.commands.execute(new RetractOutcomeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'OutcomeRetracted', outcomeId: input.outcomeId, position: outcome.position } : refusal(outcome.rejection);
  }
}
