import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { OpenCohortInput, OpenCohortResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { OpenCohortCommand } from './open-cohort.command.js';

@Resolver()
export class OpenCohortResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('openCohort') @Allow('cohort:open')
  async openCohort(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: OpenCohortInput): Promise<OpenCohortResult> {
    const outcome = await this.commands.execute(new OpenCohortCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'CohortOpened', cohortId: outcome.cohortId, position: outcome.position };
  }
}
