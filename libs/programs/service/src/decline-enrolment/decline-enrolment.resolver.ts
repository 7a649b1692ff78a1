import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DeclineEnrolmentInput, DeclineEnrolmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DeclineEnrolmentCommand } from './decline-enrolment.command.js';

@Resolver()
export class DeclineEnrolmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('declineEnrolment') @Allow('enrolment:decline')
  async declineEnrolment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DeclineEnrolmentInput): Promise<DeclineEnrolmentResult> {
    const outcome = await this.commands.execute(new DeclineEnrolmentCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'EnrolmentDeclined', cohortId: input.cohortId, personId: input.personId, position: outcome.position };
  }
}
