import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { withdrawFromCommitment, type WithdrawFromCommitmentRejection } from '@vouchsafe/sponsorship-domain';
import type { WithdrawFromCommitmentInput } from '../graphql.generated.js';
import { decideWithPlaces } from '../sponsor-places/decide-with-places.js';

export class WithdrawFromCommitmentCommand extends ActorsCommand<WithdrawFromCommitmentInput, WithdrawFromCommitmentRejection> {}

@CommandHandler(WithdrawFromCommitmentCommand)
export class WithdrawFromCommitmentHandler implements ICommandHandler<WithdrawFromCommitmentCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: WithdrawFromCommitmentCommand) {
    const today = this.clock.today();
    const occurredOn = input.occurredOn ?? this.clock.utcToday();
    const command = { ...input, by: actor.personId, occurredOn, today };
    return decideWithPlaces(
      this.log, tenant, input.commitmentId, about(actor.actorId, input, occurredOn), async (state) => ({ decision: withdrawFromCommitment(command, state) }));
  }
}
