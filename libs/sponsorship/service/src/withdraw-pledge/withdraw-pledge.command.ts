import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, withdrawPledge, type WithdrawPledgeRejection } from '@vouchsafe/sponsorship-domain';
import type { WithdrawPledgeInput } from '../graphql.generated.js';

export class WithdrawPledgeCommand extends ActorsCommand<WithdrawPledgeInput, WithdrawPledgeRejection> {}

@CommandHandler(WithdrawPledgeCommand)
export class WithdrawPledgeHandler implements ICommandHandler<WithdrawPledgeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: WithdrawPledgeCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => withdrawPledge(command, state));
  }
}
