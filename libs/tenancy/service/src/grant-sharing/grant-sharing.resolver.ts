import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { GrantSharingInput, GrantSharingResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { GrantSharingCommand } from './grant-sharing.command.js';

@Resolver()
export class GrantSharingResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('grantSharing') @Allow('sharing:grant')
  async grantSharing(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: GrantSharingInput): Promise<GrantSharingResult> {
    const outcome = await this.commands.execute(new GrantSharingCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'SharingGranted', sharingId: outcome.sharingId, position: outcome.position };
  }
}
