import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { SignOutEverybodyInput, SignOutEverybodyResult } from '../graphql.generated.js';
import { SignOutEverybodyCommand } from './sign-out-everybody.command.js';

@Resolver()
export class SignOutEverybodyResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('signOutEverybody') @Allow('organization:sign-out')
  async signOutEverybody(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: SignOutEverybodyInput): Promise<SignOutEverybodyResult> {
    const outcome = await this.commands.execute(new SignOutEverybodyCommand(tenant, actor, input));
    if (!outcome.accepted) return outcome.rejection;
    return { __typename: 'EverybodySignedOut', position: outcome.position };
  }
}
