import { eventCatalogue, eventType, isoDate, tenantId, type DataOf, type EventOf, type TenantId } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { benchmarkId, digest } from './identifiers.js';
import { benchmarkMeasure, period } from './vocabulary.js';

const isTenantId = (text: unknown): boolean => {
  try {
    tenantId(text as string);
    return true;
  } catch {
    return false;
  }
};
const tenantReference = z.custom<TenantId>(isTenantId, 'a lower-case UUID');

/** ε as a fraction of whole numbers: 0.1 is no double. */
const epsilon = z.object({ numerator: z.number().int().positive(), denominator: z.number().int().positive() });

/** A member takes part in a circle's benchmark. In the member's log. */
export const BenchmarkJoined = eventType('BenchmarkJoined', { version: 1, schema: z.object({ circleId: tenantReference }) });
/** In the member's log. */
export const BenchmarkLeft = eventType('BenchmarkLeft', { version: 1, schema: z.object({ circleId: tenantReference }) });

/** A question to a circle used up some of what may be told of a member's people in a calendar year. In the member's log. */
export const PrivacyBudgetSpent = eventType('PrivacyBudgetSpent', {
  version: 1,
  schema: z.object({ benchmarkId, circleId: tenantReference, year: z.number().int().min(2000).max(9999), question: digest, epsilon }),
});

/** Nobody counts for more than so many people: said before any data are seen. In the circle's log. */
export const BenchmarkBoundDeclared = eventType('BenchmarkBoundDeclared', { version: 1, schema: z.object({ bound: z.number().int().positive().max(1_000_000) }) });

/** The answer to a question, for good: the same question is answered from here. Only noised counts, and no member. In the circle's log. */
export const BenchmarkReleased = eventType('BenchmarkReleased', {
  version: 1,
  schema: z.object({
    benchmarkId,
    question: digest,
    measure: benchmarkMeasure,
    period,
    epsilon,
    /** Noise added, so that either may be negative. */
    noised: z.object({ part: z.number().int(), whole: z.number().int() }),
    releasedOn: isoDate,
  }),
});

/** Stream `privacy-budget-<tenant>`, in a member's log: one budget, whatever circles it is in. */
export const privacyBudgetEvents = eventCatalogue(BenchmarkJoined, BenchmarkLeft, PrivacyBudgetSpent);
export type PrivacyBudgetEvent = EventOf<typeof privacyBudgetEvents>;

/** Stream `benchmark-<circle>`, in a circle's log. */
export const benchmarkEvents = eventCatalogue(BenchmarkBoundDeclared, BenchmarkReleased);
export type BenchmarkEvent = EventOf<typeof benchmarkEvents>;
export type Benchmark = DataOf<typeof BenchmarkReleased>;
