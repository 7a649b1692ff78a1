import { namesAProtectedTrait, plainName } from '@vouchsafe/event-schema';
import {
  eligibilityCondition, type EligibilityCondition, type EligibilityField, type EligibilityRule, type StatedNeed,
} from '@vouchsafe/programs-contracts';

/** A condition as a lead writes it. The field is any word, so that a forbidden one can be answered by its name. */
export type WrittenCondition = { field: string; atLeast?: number | null; atMost?: number | null; anyOf?: readonly string[] };

export type UnreadableRule =
  | { reason: 'RuleNamesAProtectedTrait'; fields: readonly string[] }
  | { reason: 'RuleNamesAnUnknownField'; fields: readonly string[] }
  | { reason: 'ConditionIsIncomplete'; field: EligibilityField };

const FIELDS: readonly EligibilityField[] = ['LEVEL', 'TENURE', 'FUNCTION', 'UNIT', 'RATING_BAND', 'NEED'];
const knownField = (field: string) => FIELDS.find((known) => plainName(known) === plainName(field));

/** Reads a rule as it was written.
 * @param standIns fields that the tenant declared to stand in for a protected trait: forbidden even where the product knows them */
export const readRule = (
  written: readonly WrittenCondition[], standIns: readonly string[],
): { readable: true; rule: EligibilityRule } | { readable: false; rejection: UnreadableRule } => {
  const forbidden = new Set(standIns.map(plainName));
  const names = written.map(({ field }) => field);
  const traits = names.filter((field) => namesAProtectedTrait(field) || forbidden.has(plainName(field)));
  if (traits.length > 0) return { readable: false, rejection: { reason: 'RuleNamesAProtectedTrait', fields: traits } };
  const unknown = names.filter((field) => knownField(field) === undefined);
  if (unknown.length > 0) return { readable: false, rejection: { reason: 'RuleNamesAnUnknownField', fields: unknown } };

  const rule: EligibilityCondition[] = [];
  for (const { field: name, atLeast = null, atMost = null, anyOf = [] } of written) {
    const field = knownField(name)!;
    const read = eligibilityCondition.safeParse({ field, atLeast, atMost, anyOf });
    if (!read.success) return { readable: false, rejection: { reason: 'ConditionIsIncomplete', field } };
    rule.push(read.data);
  }
  return { readable: true, rule };
};

/** What is known of a person on the day. Null is unknown, and satisfies no condition. There is no place for a trait. */
export type PersonStanding = {
  /** In tenths of a level. */
  level: number | null;
  /** Whole months since joining. */
  tenureMonths: number | null;
  function: string | null;
  unit: string | null;
  ratingBand: string | null;
  needs: readonly StatedNeed[];
};

/** The fields in which a person does not meet a rule, each once; none if all conditions hold. */
export const unmetFields = (rule: EligibilityRule, person: PersonStanding): readonly EligibilityField[] =>
  [...new Set(rule.filter((condition) => !meets(condition, person)).map(({ field }) => field))];

const meets = (condition: EligibilityCondition, person: PersonStanding): boolean => {
  switch (condition.field) {
    case 'LEVEL': return isWithin(condition, person.level);
    case 'TENURE': return isWithin(condition, person.tenureMonths);
    case 'FUNCTION': return isAmong(condition.anyOf, person.function);
    case 'UNIT': return isAmong(condition.anyOf, person.unit);
    case 'RATING_BAND': return isAmong(condition.anyOf, person.ratingBand);
    case 'NEED': return condition.anyOf.some((need) => person.needs.includes(need));
  }
};

const isAmong = (values: readonly string[], value: string | null) => value !== null && values.includes(value);
const isWithin = ({ atLeast, atMost }: { atLeast: number | null; atMost: number | null }, value: number | null) =>
  value !== null && (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);
