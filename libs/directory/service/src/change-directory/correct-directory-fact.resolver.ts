import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { CorrectDirectoryFactInput, CorrectDirectoryFactResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { CorrectDirectoryFactCommand } from './correct-directory-fact.command.js';

@Resolver()
export class CorrectDirectoryFactResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('correctDirectoryFact') @Allow('directory-fact:correct')
  async correctDirectoryFact(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: CorrectDirectoryFactInput): Promise<CorrectDirectoryFactResult> {
    const outcome = await this.commands.execute(new CorrectDirectoryFactCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'DirectoryFactCorrected', postId: input.postId, position: outcome.position } : refusal(outcome.rejection);
  }
}
