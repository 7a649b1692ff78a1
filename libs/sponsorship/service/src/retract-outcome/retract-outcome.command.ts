import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reject } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { retractOutcome, outcomes, type RetractOutcomeRejection } from '@vouchsafe/sponsorship-domain';
import type { RetractOutcomeInput } from '../graphql.generated.js';
import { asOutcome, mayOnOutcome } from '../outcome-policy.js';

export class RetractOutcomeCommand extends ActorsCommand<RetractOutcomeInput, RetractOutcomeRejection> {}

@CommandHandler(RetractOutcomeCommand)
export class RetractOutcomeHandler implements ICommandHandler<RetractOutcomeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: RetractOutcomeCommand) {
    const { outcomeId, reason } = input;
    return decideAndAppend(this.log, tenant, outcomes, outcomeId, about(actor.actorId, input, this.clock.utcToday()), (state) => {
      const row = asOutcome(outcomeId, state);
      const may = row && mayOnOutcome(actor, 'outcome:retract', row, null);
      return may ? retractOutcome({ outcomeId, reason, by: actor.personId }, state) : reject({ reason: 'NoSuchOutcome' as const, outcomeId });
    });
  }
}
