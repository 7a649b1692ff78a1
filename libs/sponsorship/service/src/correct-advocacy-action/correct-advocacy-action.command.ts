import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { startingBehaviours, type AdvocacyAct } from '@vouchsafe/sponsorship-contracts';
import { commitments, correctAdvocacyAction, type Commitment, type CorrectAdvocacyActionRejection } from '@vouchsafe/sponsorship-domain';
import type { CorrectAdvocacyActionInput } from '../graphql.generated.js';
import { recorderFacts } from '../recorder-facts.js';

export class CorrectAdvocacyActionCommand extends ActorsCommand<CorrectAdvocacyActionInput, CorrectAdvocacyActionRejection, { act: AdvocacyAct }> {}

@CommandHandler(CorrectAdvocacyActionCommand)
export class CorrectAdvocacyActionHandler implements ICommandHandler<CorrectAdvocacyActionCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: CorrectAdvocacyActionCommand) {
    const today = this.clock.today();
    const { commitmentId, actionId, behaviour, forum, audience, reason, occurredOn: actionOccurredOn } = input;
    const act = startingBehaviours.get(behaviour) ?? 'AMPLIFY'; // an unknown behaviour is refused, whatever its act
    const command = {
      commitmentId, actionId, actionOccurredOn, act, behaviour, forum, audience, reason,
      protegePresent: input.protegePresent ?? null, directObservation: input.directObservation ?? null, capital: input.capital ?? null,
      pledgeId: input.pledgeId ?? null, milestoneId: input.milestoneId ?? null, evidence: input.evidence ?? null,
      by: actor.personId, today,
    };
    const decide = async (state: Commitment) => correctAdvocacyAction({ ...command, ...await recorderFacts(this.log, tenant, actor.personId, state) }, state);
    const outcome = await decideAndAppend(this.log, tenant, commitments, commitmentId, about(actor.actorId, input, this.clock.utcToday()), decide);
    return outcome.accepted ? { ...outcome, act } : outcome;
  }
}
