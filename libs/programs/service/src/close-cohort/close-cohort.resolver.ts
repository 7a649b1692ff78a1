import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { CloseCohortInput, CloseCohortResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { CloseCohortCommand } from './close-cohort.command.js';

@Resolver()
export class CloseCohortResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('closeCohort') @Allow('cohort:close')
  async closeCohort(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: CloseCohortInput): Promise<CloseCohortResult> {
    const outcome = await this.commands.execute(new CloseCohortCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'CohortClosed', cohortId: input.cohortId, position: outcome.position };
  }
}
