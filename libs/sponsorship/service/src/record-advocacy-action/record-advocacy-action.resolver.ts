import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { RecordAdvocacyActionInput, RecordAdvocacyActionResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { RecordAdvocacyActionCommand } from './record-advocacy-action.command.js';

@Resolver()
export class RecordAdvocacyActionResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('recordAdvocacyAction') @Allow('advocacy-action:record')
  async recordAdvocacyAction(
    @Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: RecordAdvocacyActionInput,
  ): Promise<RecordAdvocacyActionResult> {
    const outcome = await this.commands.execute(new RecordAdvocacyActionCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'AdvocacyActionRecorded', actionId: outcome.actionId, act: outcome.act, position: outcome.position };
  }
}
