import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import type { DataOf, TenantId } from '@vouchsafe/event-schema';
import {
  NetworkJoined, NetworkLeft, organizationEvents, OrganizationRegistered,
  type OrganizationEvent, type OrganizationKind,
} from '@vouchsafe/tenancy-contracts';

export type Organization =
  | { status: 'none' }
  | { status: 'registered'; kind: OrganizationKind; networks: readonly TenantId[] };

export type RegisterOrganization = DataOf<typeof OrganizationRegistered> & {
  /** Whether another tenant has this handle: handles are unique across logs, so no single log can know. */
  handleIsTaken: boolean;
};
export type RegisterOrganizationRejection =
  | { reason: 'OrganizationIsAlreadyRegistered' }
  | { reason: 'HandleIsTaken'; handle: string };

export const registerOrganization = (
  { handleIsTaken, ...organization }: RegisterOrganization, state: Organization,
): Decision<OrganizationEvent, RegisterOrganizationRejection> => {
  if (state.status !== 'none') return reject({ reason: 'OrganizationIsAlreadyRegistered' });
  if (organization.handle !== null && handleIsTaken) return reject({ reason: 'HandleIsTaken', handle: organization.handle });
  return accept(OrganizationRegistered.of(organization));
};

export type MembershipEvent = { type: 'NetworkJoined' | 'NetworkLeft'; data: DataOf<typeof NetworkJoined> };

/** Copies what the network's log has decided into the member's own. The network's log comes first: membership alone lets no
 * figure pass, so a crash between the two harms nobody, and repeating the copy does nothing once it is there. */
export const copyMembership = (event: MembershipEvent, state: Organization): Decision<OrganizationEvent, { reason: 'OrganizationIsNotRegistered' }> => {
  if (state.status === 'none') return reject({ reason: 'OrganizationIsNotRegistered' });
  const isMember = state.networks.includes(event.data.networkId);
  switch (event.type) {
    case 'NetworkJoined': return isMember ? accept() : accept(NetworkJoined.of(event.data));
    case 'NetworkLeft': return isMember ? accept(NetworkLeft.of(event.data)) : accept();
  }
};

const evolve = (state: Organization, { type, data }: OrganizationEvent): Organization => {
  switch (type) {
    case 'OrganizationRegistered': return { status: 'registered', kind: data.kind, networks: [] };
    case 'NetworkJoined': return state.status === 'none' ? state : { ...state, networks: [...state.networks, data.networkId] };
    case 'NetworkLeft': return state.status === 'none' ? state : { ...state, networks: state.networks.filter((id) => id !== data.networkId) };
  }
};

/** One per log; its id is the tenant's. */
export const organizations = stream<Organization, OrganizationEvent>('organization', organizationEvents, { status: 'none' }, evolve);
