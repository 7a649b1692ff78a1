import { eventCatalogue, eventType, isoDate, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { cohortId, programId } from './identifiers.js';

export const CohortOpened = eventType('CohortOpened', {
  version: 1,
  schema: z.object({
    cohortId,
    programId,
    name: z.string().min(1).max(120),
    opensOn: isoDate,
    /** The last day on which anybody may come in; null: until it is closed. */
    closesOn: isoDate.nullable(),
  }),
});
export const CohortClosed = eventType('CohortClosed', { version: 1, schema: z.object({ cohortId, programId }) });

/** Stream `cohort-<id>`: the frame only. Its people have streams of their own, so that a large cohort is no bottleneck. */
export const cohortEvents = eventCatalogue(CohortOpened, CohortClosed);
export type CohortEvent = EventOf<typeof cohortEvents>;
