import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { permits, policy } from '@vouchsafe/access';
import { reject } from '@vouchsafe/decider';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { ActorsCommand } from '@vouchsafe/graphql';
import { signIns, signOutPerson } from '@vouchsafe/tenancy-domain';
import { FrontKeys } from '../front/front-keys.js';
import type { SignOutPersonInput } from '../graphql.generated.js';

export type SignOutPersonRejection = { reason: 'PersonIsNotHere' };

export class SignOutPersonCommand extends ActorsCommand<SignOutPersonInput, SignOutPersonRejection> {}

@CommandHandler(SignOutPersonCommand)
export class SignOutPersonHandler implements ICommandHandler<SignOutPersonCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly front: FrontKeys) {}

  async execute({ tenant, actor, input }: SignOutPersonCommand): Promise<Outcome<SignOutPersonRejection>> {
    const personId = input.personId ?? actor.personId;
    // Not yours to sign out, and nobody there to be signed out, are one answer: it says of nobody whether they are here.
    if (!permits<'person'>(policy(actor, 'person:sign-out', 'person'), { personId })) return reject({ reason: 'PersonIsNotHere' });
    const isKnown = personId === actor.personId || (await this.front.signInsOf(tenant, personId)).length > 0;
    if (!isKnown) return reject({ reason: 'PersonIsNotHere' });
    return decideAndAppend(this.log, tenant, signIns, personId, about(actor.actorId, input, this.clock.utcToday()), () => signOutPerson({ personId }));
  }
}
