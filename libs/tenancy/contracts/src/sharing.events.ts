import { eventCatalogue, eventType, isoDate, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { sharingId, tenantReference } from './identifiers.js';
import { sharingPurpose, sharingScope } from './vocabulary.js';

const parties = { sharingId, grantor: tenantReference, grantee: tenantReference };

export const SharingGranted = eventType('SharingGranted', {
  version: 1,
  schema: z.object({
    ...parties,
    scope: sharingScope,
    purpose: sharingPurpose,
    /** The last day on which it holds. */
    expires: isoDate,
  }),
});
export const SharingAccepted = eventType('SharingAccepted', { version: 1, schema: z.object(parties) });
export const SharingRevoked = eventType('SharingRevoked', {
  version: 1, schema: z.object({ ...parties, by: z.enum(['GRANTOR', 'GRANTEE']) }),
});

/** Stream `sharing-<id>`, in the grantor's log and in the grantee's. Which log is written first: see the domain's `sharing`. */
export const sharingEvents = eventCatalogue(SharingGranted, SharingAccepted, SharingRevoked);
export type SharingEvent = EventOf<typeof sharingEvents>;
