import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { PauseCommitmentInput, PauseCommitmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { PauseCommitmentCommand } from './pause-commitment.command.js';

@Resolver()
export class PauseCommitmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('pauseCommitment') @Allow('commitment:pause')
  async pauseCommitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: PauseCommitmentInput): Promise<PauseCommitmentResult> {
    const outcome = await this.commands.execute(new PauseCommitmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'CommitmentPaused', commitmentId: input.commitmentId, position: outcome.position } : refusal(outcome.rejection);
  }
}
