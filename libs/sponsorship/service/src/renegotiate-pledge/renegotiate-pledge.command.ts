import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { commitments, renegotiatePledge, type RenegotiatePledgeRejection } from '@vouchsafe/sponsorship-domain';
import type { RenegotiatePledgeInput } from '../graphql.generated.js';

export class RenegotiatePledgeCommand extends ActorsCommand<RenegotiatePledgeInput, RenegotiatePledgeRejection> {}

@CommandHandler(RenegotiatePledgeCommand)
export class RenegotiatePledgeHandler implements ICommandHandler<RenegotiatePledgeCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: RenegotiatePledgeCommand) {
    const today = this.clock.utcToday();
    const command = { ...input, by: actor.personId, today };
    return decideAndAppend(this.log, tenant, commitments, input.commitmentId, about(actor.actorId, input, today), (state) => renegotiatePledge(command, state));
  }
}
