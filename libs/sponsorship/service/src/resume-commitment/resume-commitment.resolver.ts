import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ResumeCommitmentInput, ResumeCommitmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ResumeCommitmentCommand } from './resume-commitment.command.js';

@Resolver()
export class ResumeCommitmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('resumeCommitment') @Allow('commitment:resume')
  async resumeCommitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ResumeCommitmentInput): Promise<ResumeCommitmentResult> {
    const outcome = await this.commands.execute(new ResumeCommitmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'CommitmentResumed', commitmentId: input.commitmentId, position: outcome.position } : refusal(outcome.rejection);
  }
}
