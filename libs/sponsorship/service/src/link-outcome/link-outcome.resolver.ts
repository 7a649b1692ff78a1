import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { LinkOutcomeInput, LinkOutcomeResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { LinkOutcomeCommand } from './link-outcome.command.js';

@Resolver()
export class LinkOutcomeResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('linkOutcome') @Allow('outcome:link')
  async linkOutcome(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: LinkOutcomeInput): Promise<LinkOutcomeResult> {
    const outcome = await this.commands.execute(new LinkOutcomeCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'OutcomeLinked', outcomeId: input.outcomeId, actionId: input.actionId, position: outcome.position } : refusal(outcome.rejection);
  }
}
