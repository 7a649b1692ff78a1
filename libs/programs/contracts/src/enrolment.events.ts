import { eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { cohortId, personId, programId } from './identifiers.js';
import { enrolmentRole } from './vocabulary.js';

const place = { cohortId, programId, personId, role: enrolmentRole };

export const EnrolmentRequested = eventType('EnrolmentRequested', {
  version: 1,
  schema: z.object({
    ...place,
    /** The person's own yes. There is no request without it. */
    agreed: z.literal(true),
    /** The programme's rules under which the person was found eligible. */
    rulesVersion: z.number().int().positive(),
  }),
});
export const ParticipantEnrolled = eventType('ParticipantEnrolled', { version: 1, schema: z.object(place) });
/** Without a reason: a lead need not give one, and nobody has to read one. */
export const EnrolmentDeclined = eventType('EnrolmentDeclined', { version: 1, schema: z.object(place) });
/** From a request or from a place; without a reason, and without fault. */
export const ParticipantWithdrawn = eventType('ParticipantWithdrawn', { version: 1, schema: z.object(place) });

/** Stream `enrolment-<cohort>.<person>`; see `enrolmentId`. */
export const enrolmentEvents = eventCatalogue(EnrolmentRequested, ParticipantEnrolled, EnrolmentDeclined, ParticipantWithdrawn);
export type EnrolmentEvent = EventOf<typeof enrolmentEvents>;
