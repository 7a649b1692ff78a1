import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ProposeAmendmentInput, ProposeAmendmentResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { ProposeAmendmentCommand } from './propose-amendment.command.js';

@Resolver()
export class ProposeAmendmentResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('proposeAmendment') @Allow('commitment:amend')
  async proposeAmendment(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ProposeAmendmentInput): Promise<ProposeAmendmentResult> {
    const outcome = await this.commands.execute(new ProposeAmendmentCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'AmendmentProposed', commitmentId: input.commitmentId, version: input.version, position: outcome.position } : refusal(outcome.rejection);
  }
}
