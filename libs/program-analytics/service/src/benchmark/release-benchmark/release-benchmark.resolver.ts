import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { Allow, CurrentActor, Tenant } from '@vouchsafe/graphql';
import type { ReleaseBenchmarkInput, ReleaseBenchmarkResult } from '../../graphql.generated.js';
import { benchmarkRefusalInWords } from '../refusals.js';
import { ReleaseBenchmarkCommand } from './release-benchmark.command.js';

@Resolver()
export class ReleaseBenchmarkResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation('releaseBenchmark') @Allow('benchmark:ask')
  async releaseBenchmark(@Tenant() tenant: TenantId, @CurrentActor() actor: Actor, @Args('input') input: ReleaseBenchmarkInput): Promise<ReleaseBenchmarkResult> {
    const outcome = await this.commands.execute(new ReleaseBenchmarkCommand(tenant, actor, input));
    if (outcome.accepted) return { __typename: 'BenchmarkReleased', position: outcome.position };
    const { rejection } = outcome;
    return rejection.reason === 'BenchmarkPreconditionFails' ? { ...benchmarkRefusalInWords(rejection), precondition: rejection.precondition } : benchmarkRefusalInWords(rejection);
  }
}
