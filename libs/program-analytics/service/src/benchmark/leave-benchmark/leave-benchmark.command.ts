import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import type { LeaveBenchmarkInput } from '../../graphql.generated.js';
import { leaveBenchmark, privacyBudgets, type LeaveBenchmarkRejection } from '../privacy-budget.js';

export class LeaveBenchmarkCommand extends ActorsCommand<LeaveBenchmarkInput, LeaveBenchmarkRejection> {}

@CommandHandler(LeaveBenchmarkCommand)
export class LeaveBenchmarkHandler implements ICommandHandler<LeaveBenchmarkCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  /** Also for whoever is no member of the circle any more: leaving asks nobody. */
  execute({ tenant, actor, input }: LeaveBenchmarkCommand) {
    return decideAndAppend(this.log, tenant, privacyBudgets, tenant, about(actor.actorId, input, this.clock.utcToday()), (state) => {
      const circle = state.circles.find((each) => each === input.circleId);
      return leaveBenchmark({ circleId: circle ?? tenant }, state); // nobody is a circle of their own
    });
  }
}
