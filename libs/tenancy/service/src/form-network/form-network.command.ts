import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type About, type Outcome } from '@vouchsafe/event-store';
import { formNetwork as decide, networks, type FormNetworkRejection } from '@vouchsafe/tenancy-domain';
import { organizationOf } from '../copies/finish-membership.js';
import type { FormNetworkInput } from '../graphql.generated.js';

export class FormNetworkCommand extends Command<Outcome<FormNetworkRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: FormNetworkInput) {
    super();
  }
}

/** Gives a registered group or circle its list of members. */
export const formNetwork = async (log: EventStore, networkId: TenantId, request: About): Promise<Outcome<FormNetworkRejection>> => {
  const organization = await organizationOf(log, networkId);
  const registeredAs = organization.status === 'none' ? null : organization.kind;
  const kind = registeredAs === 'CIRCLE' ? 'CIRCLE' : 'GROUP';
  return decideAndAppend(log, networkId, networks, networkId, request, (state) => decide({ networkId, kind, registeredAs }, state));
};

@CommandHandler(FormNetworkCommand)
export class FormNetworkHandler implements ICommandHandler<FormNetworkCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  execute({ tenant, actor, input }: FormNetworkCommand) {
    return formNetwork(this.log, tenant, about(actor.actorId, input, this.clock.utcToday()));
  }
}
