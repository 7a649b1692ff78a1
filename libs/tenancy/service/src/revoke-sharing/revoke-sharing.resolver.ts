import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RevokeSharingInput, RevokeSharingResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RevokeSharingCommand } from './revoke-sharing.command.js';

@Resolver()
export class RevokeSharingResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('revokeSharing') @Allow('sharing:revoke')
  async revokeSharing(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RevokeSharingInput): Promise<RevokeSharingResult> {
    const outcome = await this.commands.execute(new RevokeSharingCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'SharingRevoked', sharingId: input.sharingId, position: outcome.position };
  }
}
