import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RevokeRoleInput, RevokeRoleResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RevokeRoleCommand } from './revoke-role.command.js';

@Resolver()
export class RevokeRoleResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('revokeRole') @Allow('role:revoke')
  async revokeRole(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RevokeRoleInput): Promise<RevokeRoleResult> {
    const outcome = await this.commands.execute(new RevokeRoleCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'RoleRevoked', personId: input.personId, role: input.role, position: outcome.position };
  }
}
