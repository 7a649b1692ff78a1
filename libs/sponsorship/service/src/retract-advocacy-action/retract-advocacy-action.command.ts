import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, retractAdvocacyAction, type Commitment, type RetractAdvocacyActionRejection } from '@vouchsafe/sponsorship-domain';
import type { RetractAdvocacyActionInput } from '../graphql.generated.js';
import { recorderFacts } from '../recorder-facts.js';

export class RetractAdvocacyActionCommand extends ActorsCommand<RetractAdvocacyActionInput, RetractAdvocacyActionRejection> {}

@CommandHandler(RetractAdvocacyActionCommand)
export class RetractAdvocacyActionHandler implements ICommandHandler<RetractAdvocacyActionCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: RetractAdvocacyActionCommand) {
    const today = this.clock.utcToday();
    const { commitmentId, actionId, reason } = input;
    const decide = async (state: Commitment) => {
      const { byDelegation } = await recorderFacts(this.log, tenant, actor.personId, state);
      return retractAdvocacyAction({ commitmentId, actionId, reason, by: actor.personId, byDelegation }, state);
    };
    return decideAndAppend(this.log, tenant, commitments, commitmentId, about(actor.actorId, input, today), decide);
  }
}
