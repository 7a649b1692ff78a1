import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, confirmAdvocacyAction, type ConfirmAdvocacyActionRejection } from '@vouchsafe/sponsorship-domain';
import type { ConfirmAdvocacyActionInput } from '../graphql.generated.js';

export class ConfirmAdvocacyActionCommand extends ActorsCommand<ConfirmAdvocacyActionInput, ConfirmAdvocacyActionRejection> {}

@CommandHandler(ConfirmAdvocacyActionCommand)
export class ConfirmAdvocacyActionHandler implements ICommandHandler<ConfirmAdvocacyActionCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: ConfirmAdvocacyActionCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, as: input.as, document: input.document ?? null, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => confirmAdvocacyAction(command, state));
  }
}
