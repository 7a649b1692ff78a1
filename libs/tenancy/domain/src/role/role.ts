import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import type { DataOf } from '@vouchsafe/event-schema';
import { RoleGranted, RoleRevoked, roleEvents, type Role, type RoleEvent } from '@vouchsafe/tenancy-contracts';

export type HeldRole = { role: Role; programId: string | null };

/** The roles of one person in one tenant. */
export type PersonRoles = { status: 'none' } | { status: 'holding'; roles: readonly HeldRole[] };

export type GrantRole = DataOf<typeof RoleGranted>;
export type GrantRoleRejection =
  | { reason: 'LeadNeedsAProgram' }
  | { reason: 'OnlyALeadHasAProgram'; role: Role }
  | { reason: 'RoleIsAlreadyGranted'; role: Role };

export const grantRole = (grant: GrantRole, state: PersonRoles): Decision<RoleEvent, GrantRoleRejection> => {
  const { role, programId } = grant;
  if (role === 'PROGRAM_LEAD' && programId === null) return reject({ reason: 'LeadNeedsAProgram' });
  if (role !== 'PROGRAM_LEAD' && programId !== null) return reject({ reason: 'OnlyALeadHasAProgram', role });
  if (holdsRole(state, grant)) return reject({ reason: 'RoleIsAlreadyGranted', role });
  return accept(RoleGranted.of(grant));
};

export type RevokeRole = DataOf<typeof RoleRevoked>;
export type RevokeRoleRejection = { reason: 'RoleIsNotGranted'; role: Role };

export const revokeRole = (grant: RevokeRole, state: PersonRoles): Decision<RoleEvent, RevokeRoleRejection> =>
  holdsRole(state, grant) ? accept(RoleRevoked.of(grant)) : reject({ reason: 'RoleIsNotGranted', role: grant.role });

/** Whether the person has exactly this role; a lead of one programme is not the lead of another. */
export const holdsRole = (state: PersonRoles, { role, programId }: HeldRole): boolean =>
  state.status === 'holding' && state.roles.some((held) => held.role === role && held.programId === programId);

const evolve = (state: PersonRoles, { type, data: { role, programId } }: RoleEvent): PersonRoles => {
  const others = state.status === 'none' ? [] : state.roles.filter((held) => held.role !== role || held.programId !== programId);
  switch (type) {
    case 'RoleGranted': return { status: 'holding', roles: [...others, { role, programId }] };
    case 'RoleRevoked': return others.length === 0 ? { status: 'none' } : { status: 'holding', roles: others };
  }
};

/** One per person. */
export const roles = stream<PersonRoles, RoleEvent>('role', roleEvents, { status: 'none' }, evolve);
