import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type Outcome } from '@vouchsafe/event-store';
import { revokeRole, roles, type RevokeRoleRejection } from '@vouchsafe/tenancy-domain';
import type { RevokeRoleInput } from '../graphql.generated.js';

export class RevokeRoleCommand extends Command<Outcome<RevokeRoleRejection>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: RevokeRoleInput) {
    super();
  }
}

@CommandHandler(RevokeRoleCommand)
export class RevokeRoleHandler implements ICommandHandler<RevokeRoleCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock) {}

  execute({ tenant, actor, input }: RevokeRoleCommand) {
    const { personId, role } = input;
    const grant = { personId, role, programId: input.programId ?? null };
    return decideAndAppend(this.log, tenant, roles, personId, about(actor.actorId, input, this.clock.utcToday()), (state) => revokeRole(grant, state));
  }
}
