import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { MarkPledgeMissedInput, MarkPledgeMissedResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { MarkPledgeMissedCommand } from './mark-pledge-missed.command.js';

@Resolver()
export class MarkPledgeMissedResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('markPledgeMissed') @Allow('pledge:report')
  async markPledgeMissed(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: MarkPledgeMissedInput): Promise<MarkPledgeMissedResult> {
    const outcome = await this.commands.execute(new MarkPledgeMissedCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'PledgeMissed', commitmentId: input.commitmentId, pledgeId: input.pledgeId, position: outcome.position } : refusal(outcome.rejection);
  }
}
