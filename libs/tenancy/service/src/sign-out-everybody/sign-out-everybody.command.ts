import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { about, Clock, decideAndAppend, EventStore } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { everybodysSignIn, signOutEverybody } from '@vouchsafe/tenancy-domain';
import type { SignOutEverybodyInput } from '../graphql.generated.js';

export class SignOutEverybodyCommand extends ActorsCommand<SignOutEverybodyInput, never> {}

@CommandHandler(SignOutEverybodyCommand)
export class SignOutEverybodyHandler implements ICommandHandler<SignOutEverybodyCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  execute({ tenant, actor, input }: SignOutEverybodyCommand) {
    return decideAndAppend(this.log, tenant, everybodysSignIn, tenant, about(actor.actorId, input, this.clock.utcToday()), signOutEverybody);
  }
}
