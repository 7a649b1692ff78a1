import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RenegotiatePledgeInput, RenegotiatePledgeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RenegotiatePledgeCommand } from './renegotiate-pledge.command.js';

@Resolver()
export class RenegotiatePledgeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('renegotiatePledge') @Allow('pledge:renegotiate')
  async renegotiatePledge(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RenegotiatePledgeInput): Promise<RenegotiatePledgeResult> {
    const outcome = await this.commands.execute(new RenegotiatePledgeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'PledgeRenegotiated', commitmentId: input.commitmentId, pledgeId: input.pledgeId, position: outcome.position } : refusal(outcome.rejection);
  }
}
