import type { ActorId } from '@vouchsafe/event-schema';
import type { Role, RoleEvent } from '@vouchsafe/tenancy-contracts';
import { grantRole, holdsRole, revokeRole, roles, type PersonRoles } from '@vouchsafe/tenancy-domain';
import { openStream, type Ledger, type OpenStream } from '../ledger/ledger.js';
import type { Moment } from '../ledger/moments.js';

/** Who may do what in one tenant. */
export interface Roles {
  /** Does nothing for a role that the person has. */
  grant(personId: string, role: Role, at: Moment, programId?: string | null): void;
  /** Takes everything back, when somebody has left. */
  revokeAll(personId: string, at: Moment): void;
}

const ACTOR: ActorId = 'system:access-desk';

export const openRoles = (ledger: Ledger): Roles => {
  const streams = new Map<string, OpenStream<PersonRoles, RoleEvent>>();
  return {
    grant: (personId, role, at, programId = null) => {
      const stream = streams.get(personId) ?? openStream(roles, personId);
      streams.set(personId, stream);
      if (holdsRole(stream.state, { role, programId })) return;
      ledger.decide(stream, { at, actor: ACTOR }, (state) => grantRole({ personId, role, programId }, state));
    },
    revokeAll: (personId, at) => {
      const stream = streams.get(personId);
      if (stream?.state.status !== 'holding') return;
      for (const { role, programId } of stream.state.roles) ledger.decide(stream, { at, actor: ACTOR }, (state) => revokeRole({ personId, role, programId }, state));
    },
  };
};
