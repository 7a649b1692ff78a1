import { streamName, fold, type StreamOf } from '@vouchsafe/decider';
import { readEvent, tenantId, type AnyEvent, type TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';
import { networkEvents, type NetworkEvent } from '@vouchsafe/tenancy-contracts';
import { privacyBudgets, type PrivacyBudget } from './privacy-budget.js';

/** A stream's state as the log has it at this moment. */
export const stateOf = async <State, Event extends AnyEvent>(log: EventStore, tenant: TenantId, of: StreamOf<State, Event>, id: string): Promise<State> =>
  fold(of, (await log.readStream(tenant, streamName(of, id))).map((stored) => readEvent(of.catalogue, stored) as unknown as Event));

/** The members of a circle, in the order of their ids; null for what is no circle: a group's members are named, and compare by grant. */
export const membersOf = async (log: EventStore, network: TenantId): Promise<readonly TenantId[] | null> => {
  const members = new Set<TenantId>();
  let isACircle = false;
  for (const stored of await log.readStream(network, `network-${network}`)) {
    const { type, data } = readEvent(networkEvents, stored) as unknown as NetworkEvent;
    switch (type) {
      case 'NetworkFormed': isACircle = data.kind === 'CIRCLE'; break;
      case 'NetworkJoined': members.add(data.organizationId); break;
      case 'NetworkLeft': members.delete(data.organizationId); break;
      case 'OrganizationInvited': break;
    }
  }
  return isACircle ? [...members].sort() : null;
};

/** The id of a circle that an organization is a member of; null for any other text: what is not there and what is not theirs look alike. */
export const circleOf = async (log: EventStore, organization: TenantId, text: string): Promise<TenantId | null> => {
  let circle: TenantId;
  try {
    circle = tenantId(text);
  } catch {
    return null;
  }
  return (await membersOf(log, circle))?.includes(organization) ? circle : null;
};

export const budgetOf = (log: EventStore, tenant: TenantId): Promise<PrivacyBudget> => stateOf(log, tenant, privacyBudgets, tenant);

/** The members of a circle that take part in its benchmark. Each member's word is read in its own log. */
export const participantsOf = async (log: EventStore, circle: TenantId): Promise<TenantId[]> => {
  const participants: TenantId[] = [];
  for (const member of (await membersOf(log, circle)) ?? []) if ((await budgetOf(log, member)).circles.includes(circle)) participants.push(member);
  return participants;
};
