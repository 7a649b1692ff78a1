import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { reject, type Decision } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, idFromRequest, type Outcome } from '@vouchsafe/event-store';
import type { SharingEvent } from '@vouchsafe/tenancy-contracts';
import { grantSharing, sharings, type GrantSharingRejection, type LeaveNetworkRejection } from '@vouchsafe/tenancy-domain';
import { organizationOf } from '../copies/finish-membership.js';
import { finishSharing } from '../copies/finish-sharing.js';
import { FrontKeys } from '../front/front-keys.js';
import type { GrantSharingInput } from '../graphql.generated.js';

export type GrantSharingRefusal = GrantSharingRejection | LeaveNetworkRejection;

export class GrantSharingCommand extends Command<Outcome<GrantSharingRefusal, { sharingId: string }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: GrantSharingInput) {
    super();
  }
}

@CommandHandler(GrantSharingCommand)
export class GrantSharingHandler implements ICommandHandler<GrantSharingCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly front: FrontKeys) {}

  async execute({ tenant, actor, input }: GrantSharingCommand) {
    const today = this.clock.today();
    const grantee = await this.front.tenantOf(input.network);
    const organization = await organizationOf(this.log, tenant);
    // An unknown handle, a stranger's and that of a network one is not in: one answer.
    const isTheirs = grantee !== undefined && organization.status === 'registered' && organization.networks.includes(grantee);
    const sharingId = idFromRequest(tenant, 'sharing', input.requestKey);
    const parties = { sharingId, grantor: tenant, grantee: grantee ?? tenant };
    const terms = {
      ...parties, scope: { figures: [...input.figures], programIds: input.programIds ? [...input.programIds] : null }, purpose: input.purpose, expires: input.expires,
    };
    const outcome = await decideAndAppend(
      this.log, tenant, sharings, sharingId, about(actor.actorId, input, today),
      (state): Decision<SharingEvent, GrantSharingRefusal> => (isTheirs ? grantSharing({ ...terms, today }, state) : reject({ reason: 'OrganizationIsNotAMember' })));
    if (!outcome.accepted) return outcome;
    await finishSharing(this.log, parties);
    return { ...outcome, sharingId };
  }
}
