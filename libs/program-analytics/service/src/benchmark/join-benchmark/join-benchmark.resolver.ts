import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { JoinBenchmarkInput, JoinBenchmarkResult } from '../../graphql.generated.js';
import { benchmarkRefusalInWords } from '../refusals.js';
import { JoinBenchmarkCommand } from './join-benchmark.command.js';

@Resolver()
export class JoinBenchmarkResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('joinBenchmark') @Allow('benchmark:join')
  async joinBenchmark(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: JoinBenchmarkInput): Promise<JoinBenchmarkResult> {
    const outcome = await this.commands.execute(new JoinBenchmarkCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'BenchmarkJoined', position: outcome.position } : benchmarkRefusalInWords(outcome.rejection);
  }
}
