import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { JoinNetworkInput, JoinNetworkResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { JoinNetworkCommand } from './join-network.command.js';

@Resolver()
export class JoinNetworkResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('joinNetwork') @Allow('network:join')
  async joinNetwork(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: JoinNetworkInput): Promise<JoinNetworkResult> {
    const outcome = await this.commands.execute(new JoinNetworkCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'NetworkJoined', networkId: outcome.networkId, position: outcome.position };
  }
}
