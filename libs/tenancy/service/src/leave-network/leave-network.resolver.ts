import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { LeaveNetworkInput, LeaveNetworkResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { LeaveNetworkCommand } from './leave-network.command.js';

@Resolver()
export class LeaveNetworkResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('leaveNetwork') @Allow('network:leave')
  async leaveNetwork(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: LeaveNetworkInput): Promise<LeaveNetworkResult> {
    const outcome = await this.commands.execute(new LeaveNetworkCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'NetworkLeft', networkId: outcome.networkId, position: outcome.position };
  }
}
