import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { NameWitnessInput, NameWitnessResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { NameWitnessCommand } from './name-witness.command.js';

@Resolver()
export class NameWitnessResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('nameWitness') @Allow('advocacy-action:record')
  async nameWitness(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: NameWitnessInput): Promise<NameWitnessResult> {
    const outcome = await this.commands.execute(new NameWitnessCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'WitnessNamed', commitmentId: input.commitmentId, actionId: input.actionId, position: outcome.position } : refusal(outcome.rejection);
  }
}
