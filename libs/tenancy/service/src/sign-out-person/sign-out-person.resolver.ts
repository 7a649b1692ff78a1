import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { SignOutPersonInput, SignOutPersonResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { SignOutPersonCommand } from './sign-out-person.command.js';

@Resolver()
export class SignOutPersonResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('signOutPerson') @Allow('person:sign-out')
  async signOutPerson(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: SignOutPersonInput): Promise<SignOutPersonResult> {
    const outcome = await this.commands.execute(new SignOutPersonCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'PersonSignedOut', personId: input.personId ?? actor.personId, position: outcome.position } : refusal(outcome.rejection);
  }
}
