import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { endCommitment, type EndCommitmentRejection } from '@vouchsafe/sponsorship-domain';
import type { EndCommitmentInput } from '../graphql.generated.js';
import { decideWithPlaces } from '../sponsor-places/decide-with-places.js';

export class EndCommitmentCommand extends ActorsCommand<EndCommitmentInput, EndCommitmentRejection> {}

@CommandHandler(EndCommitmentCommand)
export class EndCommitmentHandler implements ICommandHandler<EndCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: EndCommitmentCommand) {
    const today = this.clock.earliestToday();
    const command = { ...input, by: actor.personId, today };
    return decideWithPlaces(this.log, tenant, input.commitmentId, about(actor.actorId, input, today), async (state) => ({ decision: endCommitment(command, state) }));
  }
}
