import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DefineProgramInput, DefineProgramResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { DefineProgramCommand } from './define-program.command.js';

@Resolver()
export class DefineProgramResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('defineProgram') @Allow('program:define')
  async defineProgram(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DefineProgramInput): Promise<DefineProgramResult> {
    const outcome = await this.commands.execute(new DefineProgramCommand(tenant, actor, input));
    if (!outcome.accepted) return refusal(outcome.rejection);
    return { __typename: 'ProgramDefined', programId: outcome.programId, position: outcome.position };
  }
}
