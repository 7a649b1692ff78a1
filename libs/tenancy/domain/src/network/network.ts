import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import type { DataOf, TenantId } from '@vouchsafe/event-schema';
import {
  networkEvents, NetworkFormed, NetworkJoined, NetworkLeft, OrganizationInvited,
  type NetworkEvent, type NetworkKind, type OrganizationKind,
} from '@vouchsafe/tenancy-contracts';

export type Network =
  | { status: 'none' }
  | { status: 'formed'; kind: NetworkKind; invited: readonly TenantId[]; members: readonly TenantId[] };

export type FormNetwork = DataOf<typeof NetworkFormed> & {
  /** What the tenant was registered as; null if it was not. */
  registeredAs: OrganizationKind | null;
};
export type FormNetworkRejection = { reason: 'NetworkIsAlreadyFormed' } | { reason: 'OnlyANetworkHasMembers' };

export const formNetwork = ({ registeredAs, ...network }: FormNetwork, state: Network): Decision<NetworkEvent, FormNetworkRejection> => {
  if (state.status !== 'none') return reject({ reason: 'NetworkIsAlreadyFormed' });
  if (registeredAs !== network.kind) return reject({ reason: 'OnlyANetworkHasMembers' });
  return accept(NetworkFormed.of(network));
};

export type InviteOrganization = DataOf<typeof OrganizationInvited> & {
  /** What the invited tenant was registered as; null if there is none. */
  invitedIs: OrganizationKind | null;
};
export type InviteOrganizationRejection =
  | { reason: 'NetworkIsNotFormed' }
  | { reason: 'OnlyOrganizationsMayJoin' }
  | { reason: 'OrganizationIsAlreadyInvited' }
  | { reason: 'OrganizationIsAlreadyAMember' };

export const inviteOrganization = (
  { invitedIs, ...invitation }: InviteOrganization, state: Network,
): Decision<NetworkEvent, InviteOrganizationRejection> => {
  if (state.status === 'none') return reject({ reason: 'NetworkIsNotFormed' });
  if (invitedIs !== 'ORGANIZATION') return reject({ reason: 'OnlyOrganizationsMayJoin' });
  if (state.members.includes(invitation.organizationId)) return reject({ reason: 'OrganizationIsAlreadyAMember' });
  if (state.invited.includes(invitation.organizationId)) return reject({ reason: 'OrganizationIsAlreadyInvited' });
  return accept(OrganizationInvited.of(invitation));
};

export type JoinNetwork = DataOf<typeof NetworkJoined>;
/** A network that was never formed answers like one that did not invite: a stranger learns nothing of it. */
export type JoinNetworkRejection = { reason: 'OrganizationIsNotInvited' } | { reason: 'OrganizationIsAlreadyAMember' };

export const joinNetwork = (membership: JoinNetwork, state: Network): Decision<NetworkEvent, JoinNetworkRejection> => {
  if (state.status === 'none') return reject({ reason: 'OrganizationIsNotInvited' });
  if (state.members.includes(membership.organizationId)) return reject({ reason: 'OrganizationIsAlreadyAMember' });
  if (!state.invited.includes(membership.organizationId)) return reject({ reason: 'OrganizationIsNotInvited' });
  return accept(NetworkJoined.of(membership));
};

export type LeaveNetwork = DataOf<typeof NetworkLeft>;
export type LeaveNetworkRejection = { reason: 'OrganizationIsNotAMember' };

/** Who left must be invited again. What was shared with the network is revoked apart, grant by grant. */
export const leaveNetwork = (membership: LeaveNetwork, state: Network): Decision<NetworkEvent, LeaveNetworkRejection> => {
  if (state.status === 'none' || !state.members.includes(membership.organizationId)) return reject({ reason: 'OrganizationIsNotAMember' });
  return accept(NetworkLeft.of(membership));
};

const without = (ids: readonly TenantId[], gone: TenantId) => ids.filter((id) => id !== gone);

const evolve = (state: Network, { type, data }: NetworkEvent): Network => {
  if (type === 'NetworkFormed') return { status: 'formed', kind: data.kind, invited: [], members: [] };
  if (state.status === 'none') return state;
  switch (type) {
    case 'OrganizationInvited': return { ...state, invited: [...state.invited, data.organizationId] };
    case 'NetworkJoined':
      return { ...state, invited: without(state.invited, data.organizationId), members: [...state.members, data.organizationId] };
    case 'NetworkLeft': return { ...state, members: without(state.members, data.organizationId) };
  }
};

/** One per network, in the network's own log; its id is the tenant's. */
export const networks = stream<Network, NetworkEvent>('network', networkEvents, { status: 'none' }, evolve);
