import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { DeclareBenchmarkBoundInput } from '../../graphql.generated.js';
import { benchmarks, declareBenchmarkBound, type DeclareBenchmarkBoundRejection } from '../benchmark.js';
import { membersOf } from '../circle.js';

export class DeclareBenchmarkBoundCommand extends ActorsCommand<DeclareBenchmarkBoundInput, DeclareBenchmarkBoundRejection> {}

@CommandHandler(DeclareBenchmarkBoundCommand)
export class DeclareBenchmarkBoundHandler implements ICommandHandler<DeclareBenchmarkBoundCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DeclareBenchmarkBoundCommand) {
    const isACircle = (await membersOf(this.log, tenant)) !== null;
    return decideAndAppend(this.log, tenant, benchmarks, tenant, about(actor.actorId, input, this.clock.utcToday()), (state) => declareBenchmarkBound({ bound: input.bound, isACircle }, state));
  }
}
