import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { WithdrawPledgeInput, WithdrawPledgeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { WithdrawPledgeCommand } from './withdraw-pledge.command.js';

@Resolver()
export class WithdrawPledgeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('withdrawPledge') @Allow('pledge:withdraw')
  async withdrawPledge(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: WithdrawPledgeInput): Promise<WithdrawPledgeResult> {
    const outcome = await this.commands.execute(new WithdrawPledgeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'PledgeWithdrawn', commitmentId: input.commitmentId, pledgeId: input.pledgeId, position: outcome.position } : refusal(outcome.rejection);
  }
}
