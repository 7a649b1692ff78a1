import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { SignCommitmentInput, SignCommitmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { SignCommitmentCommand } from './sign-commitment.command.js';

@Resolver()
export class SignCommitmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('signCommitment') @Allow('commitment:sign')
  async signCommitment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: SignCommitmentInput): Promise<SignCommitmentResult> {
    const outcome = await this.commands.execute(new SignCommitmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'CommitmentSigned', commitmentId: input.commitmentId, version: input.version, position: outcome.position } : refusal(outcome.rejection);
  }
}
