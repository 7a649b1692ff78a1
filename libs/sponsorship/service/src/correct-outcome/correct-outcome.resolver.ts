import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { CorrectOutcomeInput, CorrectOutcomeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { CorrectOutcomeCommand } from './correct-outcome.command.js';

@Resolver()
export class CorrectOutcomeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('correctOutcome') @Allow('outcome:correct')
  async correctOutcome(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: CorrectOutcomeInput): Promise<CorrectOutcomeResult> {
    const outcome = await this.commands.execute(new CorrectOutcomeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'OutcomeCorrected', outcomeId: input.outcomeId, position: outcome.position } : refusal(outcome.rejection);
  }
}
