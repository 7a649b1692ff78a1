import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { WithdrawFromCommitmentInput, WithdrawFromCommitmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { WithdrawFromCommitmentCommand } from './withdraw-from-commitment.command.js';

@Resolver()
export class WithdrawFromCommitmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('withdrawFromCommitment') @Allow('commitment:withdraw')
  async withdrawFromCommitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: WithdrawFromCommitmentInput): Promise<WithdrawFromCommitmentResult> {
    const outcome = await this.commands.execute(new WithdrawFromCommitmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'CommitmentWithdrawn', commitmentId: input.commitmentId, position: outcome.position } : refusal(outcome.rejection);
  }
}
