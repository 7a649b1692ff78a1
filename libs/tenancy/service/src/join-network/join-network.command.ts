import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, EventStore, type Outcome } from '@vouchsafe/event-store';
import { joinNetwork, type JoinNetworkRejection } from '@vouchsafe/tenancy-domain';
import { changeMembership, type CopyRejection } from '../copies/change-membership.js';
import { FrontKeys } from '../front/front-keys.js';
import type { JoinNetworkInput } from '../graphql.generated.js';

export class JoinNetworkCommand extends Command<Outcome<JoinNetworkRejection | CopyRejection, { networkId: TenantId }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: JoinNetworkInput) {
    super();
  }
}

@CommandHandler(JoinNetworkCommand)
export class JoinNetworkHandler implements ICommandHandler<JoinNetworkCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly front: FrontKeys) {}

  async execute({ tenant, actor, input }: JoinNetworkCommand) {
    const networkId = (await this.front.tenantOf(input.network)) ?? tenant; // one's own log has no network to join: refused like a stranger
    const membership = { networkId, organizationId: tenant };
    const outcome = await changeMembership(this.log, membership, about(actor.actorId, input, this.clock.utcToday()), (state) => joinNetwork(membership, state));
    return outcome.accepted ? { ...outcome, networkId } : outcome;
  }
}
