import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore, idFromRequest } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { startingBehaviours, type AdvocacyAct } from '@vouchsafe/sponsorship-contracts';
import { commitments, recordAdvocacyAction, type Commitment, type RecordAdvocacyActionRejection } from '@vouchsafe/sponsorship-domain';
import type { RecordAdvocacyActionInput } from '../graphql.generated.js';
import { recorderFacts } from '../recorder-facts.js';

export class RecordAdvocacyActionCommand
  extends ActorsCommand<RecordAdvocacyActionInput, RecordAdvocacyActionRejection, { actionId: string; act: AdvocacyAct }> {}

@CommandHandler(RecordAdvocacyActionCommand)
export class RecordAdvocacyActionHandler implements ICommandHandler<RecordAdvocacyActionCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: RecordAdvocacyActionCommand) {
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const actionId = idFromRequest(tenant, 'action', input.requestKey);
    // The behaviour belongs to one act, so nobody has to say both. One that nobody knows is refused by the rule below, whatever its act.
    const act = startingBehaviours.get(input.behaviour) ?? 'AMPLIFY';
    const command = {
      commitmentId: input.commitmentId, actionId, act, behaviour: input.behaviour, forum: input.forum, audience: input.audience ?? 'DECISION_MAKERS',
      protegePresent: input.protegePresent ?? null, directObservation: input.directObservation ?? null, capital: input.capital ?? null,
      pledgeId: input.pledgeId ?? null, milestoneId: input.milestoneId ?? null, evidence: input.evidence ?? null,
      by: actor.personId, occurredOn, today,
    };
    const decide = async (state: Commitment) => recordAdvocacyAction({ ...command, ...await recorderFacts(this.log, tenant, actor.personId, state) }, state);
    const outcome = await decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, occurredOn), decide);
    return outcome.accepted ? { ...outcome, actionId, act } : outcome;
  }
}
