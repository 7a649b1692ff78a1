import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, pauseCommitment, type PauseCommitmentRejection } from '@vouchsafe/sponsorship-domain';
import type { PauseCommitmentInput } from '../graphql.generated.js';

export class PauseCommitmentCommand extends ActorsCommand<PauseCommitmentInput, PauseCommitmentRejection> {}

@CommandHandler(PauseCommitmentCommand)
export class PauseCommitmentHandler implements ICommandHandler<PauseCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: PauseCommitmentCommand) {
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const command = { ...input, by: actor.personId, occurredOn, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, occurredOn), (state) => pauseCommitment(command, state));
  }
}
