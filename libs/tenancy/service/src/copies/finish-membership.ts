import { fold, streamName } from '@vouchsafe/decider';
import { readEvent, type ActorId, type Recorded, type TenantId } from '@vouchsafe/event-schema';
import { decideAndAppend, type EventStore } from '@vouchsafe/event-store';
import type { NetworkEvent } from '@vouchsafe/tenancy-contracts';
import { copyMembership, networks, organizations, type Network, type Organization } from '@vouchsafe/tenancy-domain';

/** Who acts in another tenant's log: the organization. Which of its persons it was stands in its own log, and nowhere else. */
export const onBehalfOf = (tenant: TenantId): ActorId => `system:organization ${tenant}`;

const historyOf = async (log: EventStore, networkId: TenantId): Promise<readonly Recorded<NetworkEvent>[]> =>
  (await log.readStream(networkId, streamName(networks, networkId))).map((stored) => readEvent(networks.catalogue, stored) as Recorded<NetworkEvent>);

/** A network as its own log knows it; none for a tenant that is no network. */
export const networkOf = async (log: EventStore, networkId: TenantId): Promise<Network> => fold(networks, await historyOf(log, networkId));

/** An organization as its own log knows it. */
export const organizationOf = async (log: EventStore, tenant: TenantId): Promise<Organization> =>
  fold(organizations, (await log.readStream(tenant, streamName(organizations, tenant))).map((stored) => readEvent(organizations.catalogue, stored) as never));

type MembershipEvent = Extract<Recorded<NetworkEvent>, { type: 'NetworkJoined' | 'NetworkLeft' }>;

const copy = async (log: EventStore, networkId: TenantId, { type, data, version, occurredOn, correlation }: MembershipEvent): Promise<void> => {
  await decideAndAppend(log, data.organizationId, organizations, data.organizationId, {
    requestKey: `network-${networkId}:${version}`, request: { type, data }, actor: onBehalfOf(networkId), occurredOn, correlation,
  }, (state) => copyMembership({ type, data }, state));
};

/** Copies what a network's log has decided about its members into their own logs, where a crash left it undone.
 * @param only this organization's membership; everybody's if left out */
export const finishMemberships = async (log: EventStore, networkId: TenantId, only?: TenantId): Promise<void> => {
  const latest = new Map<TenantId, MembershipEvent>();
  for (const event of await historyOf(log, networkId)) {
    if (event.type === 'NetworkJoined' || event.type === 'NetworkLeft') latest.set(event.data.organizationId, event);
  }
  for (const [organizationId, event] of latest) if (only === undefined || only === organizationId) await copy(log, networkId, event);
};
