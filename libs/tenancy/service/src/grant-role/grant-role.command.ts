import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { permits, policy, type Actor } from '@vouchsafe/access';
import { reject } from '@vouchsafe/decider';
import { PersonStandings } from '@vouchsafe/directory-contracts';
import type { TenantId } from '@vouchsafe/event-schema';
import { about, Clock, decideAndAppend, EventStore, type About, type Outcome } from '@vouchsafe/event-store';
import { grantRole as decide, roles, type GrantRole, type GrantRoleRejection } from '@vouchsafe/tenancy-domain';
import type { GrantRoleInput } from '../graphql.generated.js';

export type GrantRoleRefusal = GrantRoleRejection | { reason: 'PersonIsNotHere' } | { reason: 'NobodyGrantsThemselvesARole' };

export class GrantRoleCommand extends Command<Outcome<GrantRoleRefusal>> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly input: GrantRoleInput) {
    super();
  }
}

/** Grants a role on the word of the caller: whoever sets up an organization has no operator to ask yet. */
export const grantRole = (log: EventStore, tenant: TenantId, grant: GrantRole, request: About): Promise<Outcome<GrantRoleRejection>> =>
  decideAndAppend(log, tenant, roles, grant.personId, request, (state) => decide(grant, state));

@CommandHandler(GrantRoleCommand)
export class GrantRoleHandler implements ICommandHandler<GrantRoleCommand> {
  constructor(private readonly log: EventStore, private readonly clock: Clock, private readonly persons: PersonStandings) {}

  async execute({ tenant, actor, input }: GrantRoleCommand): Promise<Outcome<GrantRoleRefusal>> {
    const { personId, role } = input;
    const programId = input.programId ?? null;
    const today = this.clock.today();
    if (!permits<'role-grant'>(policy(actor, 'role:grant', 'role-grant'), { personId, role, programId })) return reject({ reason: 'NobodyGrantsThemselvesARole' });
    const standing = await this.persons.standing(tenant, personId, today);
    if (!standing?.active) return reject({ reason: 'PersonIsNotHere' });
    return grantRole(this.log, tenant, { personId, role, programId }, about(actor.actorId, input, today));
  }
}
