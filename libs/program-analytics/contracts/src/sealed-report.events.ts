import { eventCatalogue, eventType, type DataOf, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { count, digest, programReference, reportId } from './identifiers.js';
import { period } from './vocabulary.js';

/** Figures of a programme as they were known at one position, kept for good: whoever asks in years reads the same bytes. Tells of no single person. */
export const ReportSealed = eventType('ReportSealed', {
  version: 1,
  schema: z.object({
    reportId,
    programId: programReference,
    /** As it stands on the page. */
    title: z.string().min(1).max(200),
    period,
    asKnownAt: z.iso.datetime(),
    /** What was known: the position of this log, and the chain there. */
    knownAt: z.object({ position: count, chain: digest }),
    rules: z.array(z.object({ programId: programReference, version: count })).max(100),
    /** SHA-256 of the facts that the figures were computed from, as canonical JSON. */
    inputsDigest: digest,
    /** Families of figures by their names, as the API answers them. */
    figures: z.record(z.string().max(100), z.json()),
  }),
});

/** Stream `sealed-reports-<program>`. */
export const sealedReportEvents = eventCatalogue(ReportSealed);
export type SealedReportEvent = EventOf<typeof sealedReportEvents>;
export type SealedReport = DataOf<typeof ReportSealed>;
