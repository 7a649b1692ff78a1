import { accept } from '@vouchsafe/decider';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { about, decideAndAppend, type About, type EventStore } from '@vouchsafe/event-store';
import { inviteOrganization, joinNetwork, networks, type InviteOrganizationRejection, type JoinNetworkRejection } from '@vouchsafe/tenancy-domain';
import { finishMemberships } from '../copies/finish-membership.js';
import type { Circumstances } from '../register-organization/register-organization.js';

/** An organization that was registered just now cannot be brought into its network. */
export class MembershipRefused extends Error {
  override readonly name = 'MembershipRefused';
  constructor(readonly reason: (InviteOrganizationRejection | JoinNetworkRejection)['reason']) {
    super(`The organization cannot become a member of the network: ${reason}.`);
  }
}

/** Invites an organization into a network and lets it join, for whoever runs both. Safe to repeat.
 * @returns the position in the network's log
 * @throws MembershipRefused if there is no such network, or no such organization */
export const addToNetwork = async (
  log: EventStore, membership: { networkId: TenantId; organizationId: TenantId }, { requestKey, actor, occurredOn, recordedAt }: Circumstances,
): Promise<Position> => {
  const { networkId, organizationId } = membership;
  const step = (name: string): About =>
    ({ ...about(actor, { requestKey: `${requestKey}:${name}`, ...membership }, occurredOn), ...(recordedAt === undefined ? {} : { recordedAt }) });
  const invited = await decideAndAppend(log, networkId, networks, networkId, step('invite'), (state) => {
    const isKnown = state.status === 'formed' && (state.invited.includes(organizationId) || state.members.includes(organizationId));
    return isKnown ? accept() : inviteOrganization({ networkId, organizationId, invitedIs: 'ORGANIZATION' }, state);
  });
  if (!invited.accepted) throw new MembershipRefused(invited.rejection.reason);
  const joined = await decideAndAppend(log, networkId, networks, networkId, step('join'), (state) =>
    (state.status === 'formed' && state.members.includes(organizationId) ? accept() : joinNetwork(membership, state)));
  if (!joined.accepted) throw new MembershipRefused(joined.rejection.reason);
  await finishMemberships(log, networkId, organizationId);
  return joined.position;
};
