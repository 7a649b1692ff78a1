import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import { reject } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { Clock, EventStore, type Outcome } from '@vouchsafe/event-store';
import type { RegisterOrganizationRejection } from '@vouchsafe/tenancy-domain';
import { networkOf, onBehalfOf } from '../copies/finish-membership.js';
import { FrontKeys } from '../front/front-keys.js';
import type { RegisterOrganizationInput } from '../graphql.generated.js';
import { addToNetwork } from '../set-up-organization/add-to-network.js';
import { appointFirstOperator } from '../set-up-organization/appoint-first-operator.js';
import { organizationIdFor } from './organization-id.js';
import { registerOrganization } from './register-organization.js';

export class RegisterOrganizationCommand extends Command<Outcome<RegisterOrganizationRejection | { reason: 'NetworkIsNotFormed' }, { organizationId: TenantId }>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: RegisterOrganizationInput) {
    super();
  }
}

@CommandHandler(RegisterOrganizationCommand)
export class RegisterOrganizationHandler implements ICommandHandler<RegisterOrganizationCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly front: FrontKeys) {}

  /** An operator belongs to one tenant, so nobody is an operator of the installation: here the network's operator brings in a member.
   * An organization of its own is registered on the machine, by the command line. */
  async execute({ tenant, actor, input: { requestKey, name, handle } }: RegisterOrganizationCommand) {
    if ((await networkOf(this.log, tenant)).status !== 'formed') return reject({ reason: 'NetworkIsNotFormed' });
    const organizationId = organizationIdFor(tenant, requestKey);
    const occurredOn = this.clock.utcToday();
    const inIts = { requestKey: `registered-by:${tenant}:${requestKey}`, actor: onBehalfOf(tenant), occurredOn };
    const parts = { log: this.log, front: this.front };
    const registered = await registerOrganization(parts, { organizationId, name, handle, kind: 'ORGANIZATION', sample: false }, inIts);
    if (!registered.accepted) return registered;
    for (const key of await this.front.signInsOf(tenant, actor.personId)) await appointFirstOperator(parts, organizationId, key, { ...inIts, requestKey: `${inIts.requestKey}:operator` });
    const position = await addToNetwork(this.log, { networkId: tenant, organizationId }, { requestKey, actor: actor.actorId, occurredOn });
    return { accepted: true as const, position, organizationId };
  }
}
