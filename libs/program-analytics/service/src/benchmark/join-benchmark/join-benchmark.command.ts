import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { JoinBenchmarkInput } from '../../graphql.generated.js';
import { circleOf } from '../circle.js';
import { joinBenchmark, privacyBudgets, type JoinBenchmarkRejection } from '../privacy-budget.js';

export class JoinBenchmarkCommand extends ActorsCommand<JoinBenchmarkInput, JoinBenchmarkRejection> {}

@CommandHandler(JoinBenchmarkCommand)
export class JoinBenchmarkHandler implements ICommandHandler<JoinBenchmarkCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: JoinBenchmarkCommand) {
    const circle = await circleOf(this.log, tenant, input.circleId);
    return decideAndAppend(this.log, tenant, privacyBudgets, tenant, about(actor.actorId, input, this.clock.utcToday()),
      (state) => joinBenchmark({ circleId: circle ?? tenant, isMember: circle !== null }, state));
  }
}
