import { entityId, eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { personId } from '../ids.js';

const ofSponsor = z.object({ sponsorId: personId });

/** The commitments that took a place before places were written down one by one: where the count of a sponsor begins. */
export const SponsorLoadCounted = eventType('SponsorLoadCounted', { version: 1, schema: ofSponsor.extend({ commitmentIds: z.array(entityId).max(1_000) }) });

/** A commitment took one of the sponsor's places: in the append that made it. */
export const SponsorPlaceTaken = eventType('SponsorPlaceTaken', { version: 1, schema: ofSponsor.extend({ commitmentId: entityId }) });

/** The place is free again: in the append that ended the commitment. */
export const SponsorPlaceFreed = eventType('SponsorPlaceFreed', { version: 1, schema: ofSponsor.extend({ commitmentId: entityId }) });

/** Stream `sponsor-load-<sponsor>`: its expected version is what keeps two signatures at one instant from taking one place. */
export const sponsorLoadEvents = eventCatalogue(SponsorLoadCounted, SponsorPlaceTaken, SponsorPlaceFreed);
export type SponsorLoadEvent = EventOf<typeof sponsorLoadEvents>;
