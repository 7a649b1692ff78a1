import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { EndCommitmentInput, EndCommitmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { EndCommitmentCommand } from './end-commitment.command.js';

@Resolver()
export class EndCommitmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('endCommitment') @Allow('commitment:complete')
  async endCommitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: EndCommitmentInput): Promise<EndCommitmentResult> {
    const outcome = await this.commands.execute(new EndCommitmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'CommitmentEnded', commitmentId: input.commitmentId, position: outcome.position } : refusal(outcome.rejection);
  }
}
