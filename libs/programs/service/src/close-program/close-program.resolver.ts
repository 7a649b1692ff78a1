import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { CloseProgramInput, CloseProgramResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { CloseProgramCommand } from './close-program.command.js';

@Resolver()
export class CloseProgramResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('closeProgram') @Allow('program:close')
  async closeProgram(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: CloseProgramInput): Promise<CloseProgramResult> {
    const outcome = await this.commands.execute(new CloseProgramCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'ProgramClosed', programId: input.programId, position: outcome.position };
  }
}
