import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { WithdrawParticipantInput, WithdrawParticipantResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { WithdrawParticipantCommand } from './withdraw-participant.command.js';

@Resolver()
export class WithdrawParticipantResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('withdrawParticipant') @Allow('participant:withdraw')
  async withdrawParticipant(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: WithdrawParticipantInput): Promise<WithdrawParticipantResult> {
    const outcome = await this.commands.execute(new WithdrawParticipantCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'ParticipantWithdrawn', cohortId: input.cohortId, personId: outcome.personId, position: outcome.position };
  }
}
