import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { OpenProgramInput, OpenProgramResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { OpenProgramCommand } from './open-program.command.js';

@Resolver()
export class OpenProgramResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('openProgram') @Allow('program:open')
  async openProgram(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: OpenProgramInput): Promise<OpenProgramResult> {
    const outcome = await this.commands.execute(new OpenProgramCommand(tenant, actor, input));
    if (!outcome.accepted) {
      const { rejection } = outcome;
      return rejection.reason === 'ProgramIsNotReady' ? { ...refusal(rejection), missing: rejection.missing } : refusal(rejection);
    }
    return { __typename: 'ProgramOpened', programId: input.programId, position: outcome.position };
  }
}
