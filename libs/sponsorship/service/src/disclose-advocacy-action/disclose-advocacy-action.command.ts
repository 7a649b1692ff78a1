import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, discloseAdvocacyAction, type DiscloseAdvocacyActionRejection } from '@vouchsafe/sponsorship-domain';
import type { DiscloseAdvocacyActionInput } from '../graphql.generated.js';

export class DiscloseAdvocacyActionCommand extends ActorsCommand<DiscloseAdvocacyActionInput, DiscloseAdvocacyActionRejection> {}

@CommandHandler(DiscloseAdvocacyActionCommand)
export class DiscloseAdvocacyActionHandler implements ICommandHandler<DiscloseAdvocacyActionCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DiscloseAdvocacyActionCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => discloseAdvocacyAction(command, state));
  }
}
