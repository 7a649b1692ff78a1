import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { LeaveBenchmarkInput, LeaveBenchmarkResult } from '../../graphql.generated.js';
import { benchmarkRefusalInWords } from '../refusals.js';
import { LeaveBenchmarkCommand } from './leave-benchmark.command.js';

@Resolver()
export class LeaveBenchmarkResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('leaveBenchmark') @Allow('benchmark:leave')
  async leaveBenchmark(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: LeaveBenchmarkInput): Promise<LeaveBenchmarkResult> {
    const outcome = await this.commands.execute(new LeaveBenchmarkCommand(tenant, actor, input));
    return outcome.accepted ? { __typename: 'BenchmarkLeft', position: outcome.position } : benchmarkRefusalInWords(outcome.rejection);
  }
}
