import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RecordOutcomeInput, RecordOutcomeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RecordOutcomeCommand } from './record-outcome.command.js';

@Resolver()
export class RecordOutcomeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('recordOutcome') @Allow('outcome:record')
  async recordOutcome(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RecordOutcomeInput): Promise<RecordOutcomeResult> {
    const outcome = await this.commands.execute(new RecordOutcomeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'OutcomeRecorded', outcomeId: outcome.outcomeId, evidenceState: 'SELF_REPORTED', position: outcome.position } : refusal(outcome.rejection);
  }
}
