import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { InviteOrganizationInput, InviteOrganizationResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { InviteOrganizationCommand } from './invite-organization.command.js';

@Resolver()
export class InviteOrganizationResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('inviteOrganization') @Allow('network:invite')
  async inviteOrganization(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: InviteOrganizationInput): Promise<InviteOrganizationResult> {
    const outcome = await this.commands.execute(new InviteOrganizationCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'OrganizationInvited', organizationId: outcome.organizationId, position: outcome.position };
  }
}
