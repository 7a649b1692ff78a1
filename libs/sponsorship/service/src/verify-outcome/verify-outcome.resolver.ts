import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { VerifyOutcomeInput, VerifyOutcomeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { VerifyOutcomeCommand } from './verify-outcome.command.js';

@Resolver()
export class VerifyOutcomeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('verifyOutcome') @Allow('outcome:verify')
  async verifyOutcome(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: VerifyOutcomeInput): Promise<VerifyOutcomeResult> {
    const outcome = await this.commands.execute(new VerifyOutcomeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'OutcomeVerified', outcomeId: input.outcomeId, position: outcome.position } : refusal(outcome.rejection);
  }
}
