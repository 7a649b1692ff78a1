import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reject } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { correctOutcome, outcomes, type CorrectOutcomeRejection } from '@vouchsafe/sponsorship-domain';
import type { CorrectOutcomeInput } from '../graphql.generated.js';
import { asOutcome, mayOnOutcome } from '../outcome-policy.js';

export class CorrectOutcomeCommand extends ActorsCommand<CorrectOutcomeInput, CorrectOutcomeRejection> {}

@CommandHandler(CorrectOutcomeCommand)
export class CorrectOutcomeHandler implements ICommandHandler<CorrectOutcomeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: CorrectOutcomeCommand) {
    const today = this.clock.today();
    const { outcomeId, kind, occurredOn: outcomeOccurredOn, reason } = input;
    const measure = input.measure ? { ...input.measure, baseline: input.measure.baseline ?? null } : null;
    return decideAndAppend(this.log, tenant, outcomes, outcomeId, about(actor.actorId, input, this.clock.utcToday()), (state) => {
      const row = asOutcome(outcomeId, state);
      if (!row || !mayOnOutcome(actor, 'outcome:correct', row, null)) return reject({ reason: 'NoSuchOutcome' as const, outcomeId });
      // Programme and commitment say who may reach it. They stay, or a correction would hand it to somebody else.
      const { programId, commitmentId } = row;
      return correctOutcome({ outcomeId, kind, outcomeOccurredOn, measure, programId, commitmentId, reason, by: actor.personId, today }, state);
    });
  }
}
