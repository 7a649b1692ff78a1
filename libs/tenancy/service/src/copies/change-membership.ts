import type { Decision } from '@vouchsafe/decider';
import type { TenantId } from '@vouchsafe/event-schema';
import { decideAndAppend, type About, type EventStore, type Outcome } from '@vouchsafe/event-store';
import type { NetworkEvent } from '@vouchsafe/tenancy-contracts';
import { copyMembership, networks, organizations, type Network } from '@vouchsafe/tenancy-domain';
import { finishMemberships, networkOf, onBehalfOf } from './finish-membership.js';

export type CopyRejection = { reason: 'OrganizationIsNotRegistered' };

/** Decides about a membership in the network's log, then copies what stands there into the organization's own.
 * A repeat after a crash between the two does the copy; a repeat long after copies what is true by then, never what was once asked.
 * @param about of the person in the organization: their id reaches the organization's own log only
 * @returns the position in the organization's own log */
export const changeMembership = async <Rejection>(
  log: EventStore, { networkId, organizationId }: { networkId: TenantId; organizationId: TenantId }, about: About, decide: (state: Network) => Decision<NetworkEvent, Rejection>,
): Promise<Outcome<Rejection | CopyRejection>> => {
  const inNetwork = { ...about, requestKey: `${organizationId}:${about.requestKey}`, actor: onBehalfOf(organizationId) };
  // A tenant that is no network has an empty state to decide on, and perhaps no log: whatever is decided there is a refusal.
  const decided = await decideAndAppend(log, networkId, networks, networkId, inNetwork, decide);
  if (!decided.accepted) {
    await finishMemberships(log, networkId, organizationId); // "a member already": perhaps only there, after a crash
    return decided;
  }
  const network = await networkOf(log, networkId);
  const isMember = network.status === 'formed' && network.members.includes(organizationId);
  const type = isMember ? 'NetworkJoined' : 'NetworkLeft';
  return decideAndAppend(log, organizationId, organizations, organizationId, about, (state) => copyMembership({ type, data: { networkId, organizationId } }, state));
};
