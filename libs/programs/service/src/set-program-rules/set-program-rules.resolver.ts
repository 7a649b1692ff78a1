import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { SetProgramRulesInput, SetProgramRulesResult } from '../graphql.generated.js';
import { refusal } from '../refusals/refusals.js';
import { SetProgramRulesCommand } from './set-program-rules.command.js';

@Resolver()
export class SetProgramRulesResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('setProgramRules') @Allow('program:set-rules')
  async setProgramRules(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: SetProgramRulesInput): Promise<SetProgramRulesResult> {
    const outcome = await this.commands.execute(new SetProgramRulesCommand(tenant, actor, input));
    if (!outcome.accepted) {
      const { rejection } = outcome;
      return rejection.reason === 'RulesHaveChanged' ? { ...refusal(rejection), version: rejection.version } : refusal(rejection);
    }
    return { __typename: 'ProgramRulesSet', programId: input.programId, version: outcome.version, position: outcome.position };
  }
}
