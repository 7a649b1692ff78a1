import { entityId, isoDate } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { deliverable, objective } from '../words.js';

/** The two sides of a commitment. Both promise, both are held to it. */
export const side = z.enum(['SPONSOR', 'PROTEGE']);
export type Side = z.output<typeof side>;

export const cadenceKind = z.enum(['MONTHLY', 'QUARTERLY', 'WEEKS']);
export type CadenceKind = z.output<typeof cadenceKind>;

/** How often the pair meets. */
export const cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('MONTHLY') }),
  z.object({ kind: z.literal('QUARTERLY') }),
  z.object({ kind: z.literal('WEEKS'), weeks: z.int().min(1).max(26) }),
]);
export type Cadence = z.output<typeof cadence>;

/** First and last day, both included. */
export const term = z.object({ start: isoDate, end: isoDate });
export type Term = z.output<typeof term>;

/** What is promised: an entry of the catalogue of behaviours, or something handed over. */
export const promise = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('BEHAVIOUR'), behaviour: entityId }),
  z.object({ kind: z.literal('DELIVERABLE'), deliverable }),
]);
export type Promised = z.output<typeof promise>;

/** One promise by one side, so many times, up to and including a day. */
export const pledge = z.object({ pledgeId: entityId, side, promise, times: z.int().min(1).max(100), dueOn: isoDate });
export type Pledge = z.output<typeof pledge>;

/** The text that both sides sign, in one version. */
export const agreement = z.object({ objective, cadence, term, pledges: z.array(pledge).max(50) });
export type Agreement = z.output<typeof agreement>;
