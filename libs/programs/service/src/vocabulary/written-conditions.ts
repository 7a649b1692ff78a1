import type { EligibilityCondition as Condition } from '@vouchsafe/programs-contracts';
import type { WrittenCondition } from '@vouchsafe/programs-domain';
import type { EligibilityCondition, EligibilityConditionInput } from '../graphql.generated.js';

/** Conditions as a lead wrote them: an absent list is no list, not an empty one. */
export const written = (conditions: readonly EligibilityConditionInput[]): WrittenCondition[] =>
  conditions.map(({ field, atLeast, atMost, anyOf }) => ({ field, atLeast: atLeast ?? null, atMost: atMost ?? null, ...(anyOf ? { anyOf } : {}) }));

/** Conditions as they are shown. */
export const shownConditions = (conditions: readonly Condition[]): EligibilityCondition[] =>
  conditions.map((condition) => ({
    __typename: 'EligibilityCondition', field: condition.field,
    ...('anyOf' in condition ? { atLeast: null, atMost: null, anyOf: condition.anyOf } : { atLeast: condition.atLeast, atMost: condition.atMost, anyOf: null }),
  }));
