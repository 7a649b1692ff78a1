import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ProposeCommitmentInput, ProposeCommitmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ProposeCommitmentCommand } from './propose-commitment.command.js';

@Resolver()
export class ProposeCommitmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('proposeCommitment') @Allow('commitment:propose')
  async proposeCommitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ProposeCommitmentInput): Promise<ProposeCommitmentResult> {
    const outcome = await this.commands.execute(new ProposeCommitmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'CommitmentProposed', commitmentId: outcome.commitmentId, version: 1, position: outcome.position } : refusal(outcome.rejection);
  }
}
