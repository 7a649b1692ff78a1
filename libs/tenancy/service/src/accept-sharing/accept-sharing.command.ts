import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { reject } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { acceptSharing, sharings, type AcceptSharingRejection } from '@vouchsafe/tenancy-domain';
import { finishSharing, partiesOf, sharingOf } from '../copies/finish-sharing.js';
import type { AcceptSharingInput } from '../graphql.generated.js';

export class AcceptSharingCommand extends Command<Outcome<AcceptSharingRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: AcceptSharingInput) {
    super();
  }
}

@CommandHandler(AcceptSharingCommand)
export class AcceptSharingHandler implements ICommandHandler<AcceptSharingCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: AcceptSharingCommand): Promise<Outcome<AcceptSharingRejection>> {
    const { sharingId } = input;
    const today = this.clock.today();
    const outcome = await decideAndAppend(
      this.log, tenant, sharings, sharingId, about(actor.actorId, input, today), (state) => acceptSharing({ sharingId, by: tenant, today }, state));
    const parties = await partiesOf(this.log, tenant, sharingId);
    if (!outcome.accepted || !parties) return outcome;
    await finishSharing(this.log, parties);
    // The grantor may have revoked before the yes arrived there, and the grantor's log has the word.
    const { status } = await sharingOf(this.log, tenant, sharingId);
    return status === 'revoked' ? reject({ reason: 'SharingIsRevoked' }) : outcome;
  }
}
