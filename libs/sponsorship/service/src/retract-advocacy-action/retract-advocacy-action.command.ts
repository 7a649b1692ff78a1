import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, retractAdvocacyAction, type RetractAdvocacyActionRejection } from '@vouchsafe/sponsorship-domain';
import type { RetractAdvocacyActionInput } from '../graphql.generated.js';

export class RetractAdvocacyActionCommand extends ActorsCommand<RetractAdvocacyActionInput, RetractAdvocacyActionRejection> {}

@CommandHandler(RetractAdvocacyActionCommand)
export class RetractAdvocacyActionHandler implements ICommandHandler<RetractAdvocacyActionCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: RetractAdvocacyActionCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, by: actor.personId, byDelegation: false, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => retractAdvocacyAction(command, state));
  }
}
