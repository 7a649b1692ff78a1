import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, declineCommitment, type DeclineCommitmentRejection } from '@vouchsafe/sponsorship-domain';
import type { DeclineCommitmentInput } from '../graphql.generated.js';

export class DeclineCommitmentCommand extends ActorsCommand<DeclineCommitmentInput, DeclineCommitmentRejection> {}

@CommandHandler(DeclineCommitmentCommand)
export class DeclineCommitmentHandler implements ICommandHandler<DeclineCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DeclineCommitmentCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => declineCommitment(command, state));
  }
}
