import { entityId, eventCatalogue, eventType, isoDate, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { personId } from '../ids.js';

// Stream `continuity-<commitment>`: what endangers a commitment from outside, beside what its parties do with it.

/** The sponsor has left the organization and the commitment runs: the protégé stands alone with what was promised. It ends nothing by itself.
 * `openPledges` are those of either side that were open when it was noted. */
export const SponsorDeparted = eventType('SponsorDeparted', {
  version: 1,
  schema: z.object({
    commitmentId: entityId, programId: entityId, sponsorId: personId, protegeId: personId, departedOn: isoDate, openPledges: z.array(entityId).max(200),
  }),
});

/** The sponsor is with the organization again: the commitment is no longer at risk for that reason. */
export const SponsorReturned = eventType('SponsorReturned', { version: 1, schema: z.object({ commitmentId: entityId, sponsorId: personId, returnedOn: isoDate }) });

export const continuityEvents = eventCatalogue(SponsorDeparted, SponsorReturned);
export type ContinuityEvent = EventOf<typeof continuityEvents>;
