import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { AcceptSharingInput, AcceptSharingResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { AcceptSharingCommand } from './accept-sharing.command.js';

@Resolver()
export class AcceptSharingResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('acceptSharing') @Allow('sharing:accept')
  async acceptSharing(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: AcceptSharingInput): Promise<AcceptSharingResult> {
    const outcome = await this.commands.execute(new AcceptSharingCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'SharingAccepted', sharingId: input.sharingId, position: outcome.position };
  }
}
