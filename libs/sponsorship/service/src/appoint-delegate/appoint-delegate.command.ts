import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { appointDelegate, delegations, type AppointDelegateRejection } from '@vouchsafe/sponsorship-domain';
import type { AppointDelegateInput } from '../graphql.generated.js';
import { Participants } from '../participants/participants.js';

export class AppointDelegateCommand extends ActorsCommand<AppointDelegateInput, AppointDelegateRejection> {}

@CommandHandler(AppointDelegateCommand)
export class AppointDelegateHandler implements ICommandHandler<AppointDelegateCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly participants: Participants) {}

  async execute({ tenant, actor, input }: AppointDelegateCommand) {
    const { personId: sponsorId } = actor;
    const { delegateId } = input;
    return decideAndAppend(this.log, tenant, delegations, sponsorId, about(actor.actorId, input, this.clock.utcToday()), async (state) =>
      appointDelegate({ sponsorId, delegateId, delegateIsHere: await this.participants.isHere(tenant, delegateId) }, state));
  }
}
