import { entityId, eventCatalogue, eventType, isoDate, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { personId } from '../ids.js';
import { reason } from '../words.js';

/** What can happen to a career. Staying is not among them: retention is the absence of an exit, derived and never recorded. */
export const outcomeKind = z.enum([
  'PROMOTION', 'LATERAL_MOVE', 'TRANSITION', 'STRETCH_ASSIGNMENT', 'PAY_BAND', 'RECOGNITION', 'VISIBILITY', 'EXIT',
]);
export type OutcomeKind = z.output<typeof outcomeKind>;

/** From weakest to strongest; it moves up only. */
export const evidenceState = z.enum(['SELF_REPORTED', 'MANAGER_VERIFIED', 'SYSTEM_VERIFIED']);
export type EvidenceState = z.output<typeof evidenceState>;

/** Where the news comes from. */
export const outcomeSource = z.enum(['PERSON', 'DIRECTORY', 'OTHER_SYSTEM']);
export type OutcomeSource = z.output<typeof outcomeSource>;

/** A measured value in `unit`; money is in the minor unit of its currency (`EUR_MINOR`), a whole number. */
export const outcomeMeasure = z.object({
  value: z.number(),
  unit: z.string().regex(/^[A-Z][A-Z0-9_]{0,30}$/, 'capital letters, digits and _'),
  baseline: z.number().nullable(),
}).refine(
  ({ unit, value, baseline }) => !unit.endsWith('_MINOR') || (Number.isSafeInteger(value) && (baseline === null || Number.isSafeInteger(baseline))),
  'money is a whole number of minor units',
);
export type OutcomeMeasure = z.output<typeof outcomeMeasure>;

/** What may be corrected. The person may not: an outcome of somebody else is another outcome. */
export const outcomeFacts = z.object({
  /** The day it took effect. Data, not only metadata, because a correction may move it. */
  outcomeOccurredOn: isoDate,
  kind: outcomeKind,
  measure: outcomeMeasure.nullable(),
  programId: entityId.nullable(),
  commitmentId: entityId.nullable(),
});
export type OutcomeFacts = z.output<typeof outcomeFacts>;

const ofOutcome = z.object({ outcomeId: entityId });

/** `recordedBy` is null where a system recorded it. */
export const OutcomeRecorded = eventType('OutcomeRecorded', {
  version: 1,
  schema: ofOutcome.extend(outcomeFacts.shape).extend({ personId, evidenceState, source: outcomeSource, recordedBy: personId.nullable() }),
});
export const OutcomeVerified = eventType('OutcomeVerified', { version: 1, schema: ofOutcome.extend({ evidenceState }) });

/** The pair says that the outcome rests on this. One kind of thing for now; the kind is stored, so that others can join. */
export const OutcomeLinked = eventType('OutcomeLinked', {
  version: 1, schema: ofOutcome.extend({ to: z.object({ kind: z.literal('ACTION'), commitmentId: entityId, actionId: entityId }) }),
});
export const OutcomeCorrected = eventType('OutcomeCorrected', {
  version: 1, schema: ofOutcome.extend(outcomeFacts.shape).extend({ changed: z.array(outcomeFacts.keyof()).min(1), reason }),
});
export const OutcomeRetracted = eventType('OutcomeRetracted', { version: 1, schema: ofOutcome.extend({ reason }) });

export const outcomeEvents = eventCatalogue(OutcomeRecorded, OutcomeVerified, OutcomeLinked, OutcomeCorrected, OutcomeRetracted);
export type OutcomeEvent = EventOf<typeof outcomeEvents>;
