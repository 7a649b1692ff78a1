import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DeclineCommitmentInput, DeclineCommitmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DeclineCommitmentCommand } from './decline-commitment.command.js';

@Resolver()
export class DeclineCommitmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('declineCommitment') @Allow('commitment:decline')
  async declineCommitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DeclineCommitmentInput): Promise<DeclineCommitmentResult> {
    const outcome = await this.commands.execute(new DeclineCommitmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'CommitmentDeclined', commitmentId: input.commitmentId, position: outcome.position } : refusal(outcome.rejection);
  }
}
