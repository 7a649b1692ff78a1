import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { organizationHandle, tenantReference } from './identifiers.js';
import { NetworkJoined, NetworkLeft } from './network.events.js';
import { organizationKind } from './vocabulary.js';

/** The first event of every log. An organization's name is no personal data and may stand here. */
export const OrganizationRegistered = eventType('OrganizationRegistered', {
  version: 1,
  schema: z.object({
    organizationId: tenantReference,
    name: z.string().min(1).max(120),
    handle: organizationHandle.nullable(),
    kind: organizationKind,
    /** Made up for trying out: its figures say so wherever they are shown. */
    sample: z.boolean(),
  }),
});

/** Stream `organization-<tenant>`: the tenant itself, and which networks it is in, as its own log knows it. */
export const organizationEvents = eventCatalogue(OrganizationRegistered, NetworkJoined, NetworkLeft);
export type OrganizationEvent = EventOf<typeof organizationEvents>;
