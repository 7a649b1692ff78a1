import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { inviteOrganization, networks, type InviteOrganizationRejection } from '@vouchsafe/tenancy-domain';
import { organizationOf } from '../copies/finish-membership.js';
import { FrontKeys } from '../front/front-keys.js';
import type { InviteOrganizationInput } from '../graphql.generated.js';

export class InviteOrganizationCommand extends Command<Outcome<InviteOrganizationRejection, { organizationId: TenantId }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: InviteOrganizationInput) {
    super();
  }
}

@CommandHandler(InviteOrganizationCommand)
export class InviteOrganizationHandler implements ICommandHandler<InviteOrganizationCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly front: FrontKeys) {}

  async execute({ tenant, actor, input }: InviteOrganizationCommand) {
    // A handle that nobody has names, like one's own, no organization that may join: the rule below refuses both alike.
    const organizationId = (await this.front.tenantOf(input.handle)) ?? tenant;
    const invited = await organizationOf(this.log, organizationId);
    const invitedIs = invited.status === 'none' ? null : invited.kind;
    const outcome = await decideAndAppend(
      this.log, tenant, networks, tenant, about(actor.actorId, input, this.clock.utcToday()),
      (state) => inviteOrganization({ networkId: tenant, organizationId, invitedIs }, state));
    return outcome.accepted ? { ...outcome, organizationId } : outcome;
  }
}
