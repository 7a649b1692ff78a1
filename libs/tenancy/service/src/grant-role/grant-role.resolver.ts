import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { GrantRoleInput, GrantRoleResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { GrantRoleCommand } from './grant-role.command.js';

@Resolver()
export class GrantRoleResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('grantRole') @Allow('role:grant')
  async grantRole(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: GrantRoleInput): Promise<GrantRoleResult> {
    const outcome = await this.commands.execute(new GrantRoleCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'RoleGranted', personId: input.personId, role: input.role, position: outcome.position };
  }
}
