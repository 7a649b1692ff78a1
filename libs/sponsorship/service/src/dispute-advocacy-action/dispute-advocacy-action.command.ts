import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, disputeAdvocacyAction, type DisputeAdvocacyActionRejection } from '@vouchsafe/sponsorship-domain';
import type { DisputeAdvocacyActionInput } from '../graphql.generated.js';

export class DisputeAdvocacyActionCommand extends ActorsCommand<DisputeAdvocacyActionInput, DisputeAdvocacyActionRejection> {}

@CommandHandler(DisputeAdvocacyActionCommand)
export class DisputeAdvocacyActionHandler implements ICommandHandler<DisputeAdvocacyActionCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DisputeAdvocacyActionCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => disputeAdvocacyAction(command, state));
  }
}
