import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ReportPledgeInput, ReportPledgeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ReportPledgeCommand } from './report-pledge.command.js';

@Resolver()
export class ReportPledgeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('reportPledge') @Allow('pledge:report')
  async reportPledge(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ReportPledgeInput): Promise<ReportPledgeResult> {
    const outcome = await this.commands.execute(new ReportPledgeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'PledgeReported', commitmentId: input.commitmentId, pledgeId: input.pledgeId, position: outcome.position } : refusal(outcome.rejection);
  }
}
