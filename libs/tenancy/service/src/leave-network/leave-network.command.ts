import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, EventStore, type Outcome } from '@vouchsafe/event-store';
import { leaveNetwork, type LeaveNetworkRejection } from '@vouchsafe/tenancy-domain';
import { changeMembership, type CopyRejection } from '../copies/change-membership.js';
import { FrontKeys } from '../front/front-keys.js';
import type { LeaveNetworkInput } from '../graphql.generated.js';

export class LeaveNetworkCommand extends Command<Outcome<LeaveNetworkRejection | CopyRejection, { networkId: TenantId }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: LeaveNetworkInput) {
    super();
  }
}

@CommandHandler(LeaveNetworkCommand)
export class LeaveNetworkHandler implements ICommandHandler<LeaveNetworkCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly front: FrontKeys) {}

  async execute({ tenant, actor, input }: LeaveNetworkCommand) {
    const networkId = (await this.front.tenantOf(input.network)) ?? tenant; // one's own log has no network to leave: refused like a stranger
    const membership = { networkId, organizationId: tenant };
    const outcome = await changeMembership(this.log, membership, about(actor.actorId, input, this.clock.utcToday()), (state) => leaveNetwork(membership, state));
    return outcome.accepted ? { ...outcome, networkId } : outcome;
  }
}
