import { isoDate } from '@vouchsafe/event-schema';
import { z } from 'zod';

/** How a release may divide protégés. Where they stand on its freeze day. */
export const releaseDimension = z.enum(['COHORT', 'LEVEL', 'FUNCTION', 'UNIT']);
export type ReleaseDimension = z.output<typeof releaseDimension>;

/** What is counted of the protégés enrolled on the freeze day: how many there are, and of how many something is true. */
export const releasedMeasure = z.enum(['ENROLLED', 'COVERAGE', 'ADVOCACY', 'PROMOTION', 'MOVE']);
export type ReleasedMeasure = z.output<typeof releasedMeasure>;

/** What a circle compares: a part of a whole, pooled over its members. */
export const benchmarkMeasure = releasedMeasure.exclude(['ENROLLED']);
export type BenchmarkMeasure = z.output<typeof benchmarkMeasure>;

/** First and last day, both included. */
export const period = z.object({ from: isoDate, to: isoDate });
export type ReleasePeriod = z.output<typeof period>;
