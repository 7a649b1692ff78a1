import { z } from 'zod';
import { statedNeed } from './vocabulary.js';

const bound = z.number().int().nonnegative().max(10_000).nullable();
const values = z.array(z.string().min(1).max(500)).min(1).max(500);
const saysSomething = ({ atLeast, atMost }: { atLeast: number | null; atMost: number | null }) =>
  (atLeast !== null || atMost !== null) && (atLeast === null || atMost === null || atLeast <= atMost);

/** One condition. There is no field here through which a protected trait could enter. */
export const eligibilityCondition = z.discriminatedUnion('field', [
  /** Tenths of a level, as in the tenant's table of grades; both ends included. */
  z.object({ field: z.literal('LEVEL'), atLeast: bound, atMost: bound }).refine(saysSomething, 'a bound, and the lower one first'),
  /** Whole months since the person joined; both ends included. */
  z.object({ field: z.literal('TENURE'), atLeast: bound, atMost: bound }).refine(saysSomething, 'a bound, and the lower one first'),
  z.object({ field: z.literal('FUNCTION'), anyOf: values }),
  z.object({ field: z.literal('UNIT'), anyOf: values }),
  z.object({ field: z.literal('RATING_BAND'), anyOf: values }),
  z.object({ field: z.literal('NEED'), anyOf: z.array(statedNeed).min(1).max(20) }),
]);
export type EligibilityCondition = z.output<typeof eligibilityCondition>;
export type EligibilityField = EligibilityCondition['field'];

/** All conditions must hold; none at all lets everybody in. */
export const eligibilityRule = z.array(eligibilityCondition).max(20);
export type EligibilityRule = z.output<typeof eligibilityRule>;
