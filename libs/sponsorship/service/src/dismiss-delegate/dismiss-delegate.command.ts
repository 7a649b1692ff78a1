import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { delegations, dismissDelegate, type DismissDelegateRejection } from '@vouchsafe/sponsorship-domain';
import type { DismissDelegateInput } from '../graphql.generated.js';

export class DismissDelegateCommand extends ActorsCommand<DismissDelegateInput, DismissDelegateRejection> {}

@CommandHandler(DismissDelegateCommand)
export class DismissDelegateHandler implements ICommandHandler<DismissDelegateCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: DismissDelegateCommand) {
    const { personId: sponsorId } = actor;
    return decideAndAppend(this.log, tenant, delegations, sponsorId, about(actor.actorId, input, this.clock.utcToday()), (state) =>
      dismissDelegate({ sponsorId, delegateId: input.delegateId }, state));
  }
}
