import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { tenantReference } from './identifiers.js';
import { networkKind } from './vocabulary.js';

const membership = z.object({ networkId: tenantReference, organizationId: tenantReference });

export const NetworkFormed = eventType('NetworkFormed', {
  version: 1, schema: z.object({ networkId: tenantReference, kind: networkKind }),
});
export const OrganizationInvited = eventType('OrganizationInvited', { version: 1, schema: membership });

/** Lies in the network's log, and as a copy in the member's. */
export const NetworkJoined = eventType('NetworkJoined', { version: 1, schema: membership });

/** Lies in the network's log, and as a copy in the former member's. */
export const NetworkLeft = eventType('NetworkLeft', { version: 1, schema: membership });

/** Stream `network-<tenant>`, in the log of the network. */
export const networkEvents = eventCatalogue(NetworkFormed, OrganizationInvited, NetworkJoined, NetworkLeft);
export type NetworkEvent = EventOf<typeof networkEvents>;
