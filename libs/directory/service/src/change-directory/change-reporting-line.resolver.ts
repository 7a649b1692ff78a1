import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ChangeReportingLineInput, ChangeReportingLineResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ChangeReportingLineCommand } from './change-reporting-line.command.js';

@Resolver()
export class ChangeReportingLineResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('changeReportingLine') @Allow('directory-fact:correct')
  async changeReportingLine(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ChangeReportingLineInput): Promise<ChangeReportingLineResult> {
    const outcome = await this.commands.execute(new ChangeReportingLineCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'ReportingLineChanged', postId: input.postId, position: outcome.position } : refusal(outcome.rejection);
  }
}
