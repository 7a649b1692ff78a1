import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ApproveEnrolmentInput, ApproveEnrolmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ApproveEnrolmentCommand } from './approve-enrolment.command.js';

@Resolver()
export class ApproveEnrolmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('approveEnrolment') @Allow('participant:enrol')
  async approveEnrolment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ApproveEnrolmentInput): Promise<ApproveEnrolmentResult> {
    const outcome = await this.commands.execute(new ApproveEnrolmentCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'ParticipantEnrolled', cohortId: input.cohortId, personId: input.personId, position: outcome.position };
  }
}
