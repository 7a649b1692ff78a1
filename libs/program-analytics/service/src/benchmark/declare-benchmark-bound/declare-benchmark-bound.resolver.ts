import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, badUserInput, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { DeclareBenchmarkBoundInput, DeclareBenchmarkBoundResult } from '../../graphql.generated.js';
import { benchmarkRefusalInWords } from '../refusals.js';
import { DeclareBenchmarkBoundCommand } from './declare-benchmark-bound.command.js';

const MOST = 1_000_000;

@Resolver()
export class DeclareBenchmarkBoundResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('declareBenchmarkBound') @Allow('benchmark:declare-bound')
  async declareBenchmarkBound(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: DeclareBenchmarkBoundInput): Promise<DeclareBenchmarkBoundResult> {
    if (input.bound < 1 || input.bound > MOST) throw badUserInput(`"bound" is a number of people from 1 to ${MOST}.`);
    const outcome = await this.commands.execute(new DeclareBenchmarkBoundCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'BenchmarkBoundDeclared', position: outcome.position } : benchmarkRefusalInWords(outcome.rejection);
  }
}
