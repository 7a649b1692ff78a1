import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { reject } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type About, type Outcome } from '@vouchsafe/event-store';
import { copySharing, revokeSharing, sharings, type RevokeSharingRejection } from '@vouchsafe/tenancy-domain';
import { SharingRevoked } from '@vouchsafe/tenancy-contracts';
import { onBehalfOf } from '../copies/finish-membership.js';
import { finishSharing, partiesOf } from '../copies/finish-sharing.js';
import type { RevokeSharingInput } from '../graphql.generated.js';

export class RevokeSharingCommand extends Command<Outcome<RevokeSharingRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: RevokeSharingInput) {
    super();
  }
}

@CommandHandler(RevokeSharingCommand)
export class RevokeSharingHandler implements ICommandHandler<RevokeSharingCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  async execute({ tenant, actor, input }: RevokeSharingCommand): Promise<Outcome<RevokeSharingRejection>> {
    const { sharingId } = input;
    const request = about(actor.actorId, input, this.clock.utcToday());
    const parties = await partiesOf(this.log, tenant, sharingId);
    if (!parties) return reject({ reason: 'SharingIsNotGranted' });
    const isGrantor = parties.grantor === tenant;
    // The grantor's log has the word, whoever revokes. The grantee's person stands in the grantee's log only.
    const decided: About = isGrantor ? request : { ...request, requestKey: `${tenant}:${request.requestKey}`, actor: onBehalfOf(tenant) };
    const outcome = await decideAndAppend(this.log, parties.grantor, sharings, sharingId, decided, (state) => revokeSharing({ sharingId, by: tenant }, state));
    if (!outcome.accepted) return outcome;
    if (isGrantor) {
      await finishSharing(this.log, parties);
      return outcome;
    }
    const revoked = SharingRevoked.of({ ...parties, by: 'GRANTEE' });
    return decideAndAppend(this.log, tenant, sharings, sharingId, request, (state) => copySharing(revoked, state)) as Promise<Outcome<RevokeSharingRejection>>;
  }
}
