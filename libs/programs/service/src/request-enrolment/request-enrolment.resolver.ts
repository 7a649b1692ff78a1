import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RequestEnrolmentInput, RequestEnrolmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RequestEnrolmentCommand } from './request-enrolment.command.js';

@Resolver()
export class RequestEnrolmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('requestEnrolment') @Allow('enrolment:request')
  async requestEnrolment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RequestEnrolmentInput): Promise<RequestEnrolmentResult> {
    const outcome = await this.commands.execute(new RequestEnrolmentCommand(tenant, actor, input));
    if (!outcome.accepted) {
      const { rejection } = outcome;
      return rejection.reason === 'IsNotEligible' ? { ...refusal(rejection), unmet: rejection.unmet } : refusal(rejection);
    }
    return { __typename: 'EnrolmentRequested', cohortId: input.cohortId, personId: outcome.personId, position: outcome.position };
  }
}
