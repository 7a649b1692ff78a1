import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, markPledgeMissed, type MarkPledgeMissedRejection } from '@vouchsafe/sponsorship-domain';
import type { MarkPledgeMissedInput } from '../graphql.generated.js';

export class MarkPledgeMissedCommand extends ActorsCommand<MarkPledgeMissedInput, MarkPledgeMissedRejection> {}

@CommandHandler(MarkPledgeMissedCommand)
export class MarkPledgeMissedHandler implements ICommandHandler<MarkPledgeMissedCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: MarkPledgeMissedCommand) {
    const today = this.clock.earliestToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => markPledgeMissed(command, state));
  }
}
