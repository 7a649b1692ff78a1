import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Clock } from '@vouchsafe/event-store';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import { periodRefusal } from '../../analytics/period.js';
import type { SealReportInput, SealReportResult } from '../../graphql.generated.js';
import { sealRefusalInWords } from '../refusals.js';
import { SealReportCommand } from './seal-report.command.js';

@Resolver()
export class SealReportResolver {
  constructor(private readonly commands: CommandBus, private readonly clock: Clock) {}

  @Mutation('sealReport') @Allow('report:seal')
  async sealReport(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: SealReportInput): Promise<SealReportResult> {
    const refusal = periodRefusal(input.period, null, this.clock.now().toISOString());
    if (refusal) return refusal as SealReportResult;
    const outcome = await this.commands.execute(new SealReportCommand(tenant, actor, input));
    if (!outcome.accepted) return sealRefusalInWords(outcome.rejection);
    return { __typename: 'ReportSealed', reportId: outcome.reportId, position: outcome.position };
  }
}
