import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reject } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { isOpenToProtege, linkOutcome, outcomes, type Commitment, type LinkOutcome, type LinkOutcomeRejection } from '@vouchsafe/sponsorship-domain';
import { commitmentNow } from '../commitment-now.js';
import type { LinkOutcomeInput } from '../graphql.generated.js';
import { asCommitment, asOutcome, mayOnOutcome } from '../outcome-policy.js';

export class LinkOutcomeCommand extends ActorsCommand<LinkOutcomeInput, LinkOutcomeRejection> {}

/** The action as one of the pair may know of it; null for everybody else, if it was retracted, and to the protégé until it is disclosed. */
const actionSeenBy = (person: string, actionId: string, state: Commitment): LinkOutcome['action'] => {
  if (!('actions' in state)) return null;
  const { sponsorId, protegeId, actions } = state;
  const action = actions.get(actionId);
  if (action?.status !== 'recorded') return null;
  const mayKnow = person === sponsorId || (person === protegeId && isOpenToProtege(action));
  return mayKnow ? { protegeId, occurredOn: action.facts.actionOccurredOn } : null;
};

@CommandHandler(LinkOutcomeCommand)
export class LinkOutcomeHandler implements ICommandHandler<LinkOutcomeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: LinkOutcomeCommand) {
    const { outcomeId, commitmentId, actionId } = input;
    const commitment = await commitmentNow(this.log, tenant, commitmentId);
    const command = { outcomeId, commitmentId, actionId, action: actionSeenBy(actor.personId, actionId, commitment) };
    return decideAndAppend(this.log, tenant, outcomes, outcomeId, about(actor.actorId, input, this.clock.utcToday()), (state) => {
      const row = asOutcome(outcomeId, state);
      const may = row && mayOnOutcome(actor, 'outcome:link', row, asCommitment(commitmentId, commitment));
      return may ? linkOutcome(command, state) : reject({ reason: 'NoSuchOutcome' as const, outcomeId });
    });
  }
}
