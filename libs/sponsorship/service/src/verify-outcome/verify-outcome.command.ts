import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reject } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { outcomes, verifyOutcome, type VerifyOutcomeRejection } from '@vouchsafe/sponsorship-domain';
import type { VerifyOutcomeInput } from '../graphql.generated.js';
import { asOutcome, mayOnOutcome } from '../outcome-policy.js';

export class VerifyOutcomeCommand extends ActorsCommand<VerifyOutcomeInput, VerifyOutcomeRejection> {}

@CommandHandler(VerifyOutcomeCommand)
export class VerifyOutcomeHandler implements ICommandHandler<VerifyOutcomeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: VerifyOutcomeCommand) {
    const { outcomeId } = input;
    const command = { outcomeId, evidenceState: input.evidenceState ?? 'MANAGER_VERIFIED' as const, by: actor.personId };
    return decideAndAppend(this.log, tenant, outcomes, outcomeId, about(actor.actorId, input, this.clock.utcToday()), (state) => {
      const row = asOutcome(outcomeId, state);
      // Whose it is knows of it, and is told why not; to anybody else whom the policy does not name it does not exist.
      const knows = row && ([row.personId, row.recordedBy].includes(actor.personId) || mayOnOutcome(actor, 'outcome:verify', row, null));
      return knows ? verifyOutcome(command, state) : reject({ reason: 'NoSuchOutcome' as const, outcomeId });
    });
  }
}
