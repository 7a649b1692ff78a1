import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DeactivatePersonInput, DeactivatePersonResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DeactivatePersonCommand } from './deactivate-person.command.js';

@Resolver()
export class DeactivatePersonResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('deactivatePerson') @Allow('person:deactivate')
  async deactivatePerson(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DeactivatePersonInput): Promise<DeactivatePersonResult> {
    const outcome = await this.commands.execute(new DeactivatePersonCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'PersonDeactivated', personId: input.personId, position: outcome.position } : refusal(outcome.rejection);
  }
}
