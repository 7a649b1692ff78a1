import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, resumeCommitment, type ResumeCommitmentRejection } from '@vouchsafe/sponsorship-domain';
import type { ResumeCommitmentInput } from '../graphql.generated.js';

export class ResumeCommitmentCommand extends ActorsCommand<ResumeCommitmentInput, ResumeCommitmentRejection> {}

@CommandHandler(ResumeCommitmentCommand)
export class ResumeCommitmentHandler implements ICommandHandler<ResumeCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: ResumeCommitmentCommand) {
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const command = { ...input, by: actor.personId, occurredOn, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, occurredOn), (state) => resumeCommitment(command, state));
  }
}
