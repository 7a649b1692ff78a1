import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, endCommitment, type EndCommitmentRejection } from '@vouchsafe/sponsorship-domain';
import type { EndCommitmentInput } from '../graphql.generated.js';

export class EndCommitmentCommand extends ActorsCommand<EndCommitmentInput, EndCommitmentRejection> {}

@CommandHandler(EndCommitmentCommand)
export class EndCommitmentHandler implements ICommandHandler<EndCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: EndCommitmentCommand) {
    const today = this.clock.earliestToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => endCommitment(command, state));
  }
}
