import type { Scalar, Where } from './where.js';

/** An attribute's value by the policy's name for it; null where it is told that there is none, undefined where nothing is told. */
export type Tells = (attribute: string) => Scalar | null | undefined;

/** Whether the row could be one of those, by what is told of it: false only if it surely is not. For whoever holds a row of which a query has
 * decided with everything at hand. */
export const mayHold = (where: Where, tells: Tells): boolean => judged(where, tells, true);

/** @param unknown what to take for true where too little is told */
const judged = (where: Where, tells: Tells, unknown: boolean): boolean => {
  const told = (field: string, isSo: (value: Scalar) => boolean): boolean => {
    const value = tells(field);
    return value === undefined ? unknown : value !== null && isSo(value);
  };
  switch (where.op) {
    case 'always': return true;
    case 'never': return false;
    case 'eq': return told(where.field, (value) => value === where.value);
    case 'in': return where.values.length > 0 && told(where.field, (value) => where.values.includes(value));
    case 'between': return told(where.field, (day) => where.from <= String(day) && String(day) <= where.to);
    case 'unset': return tells(where.field) === undefined ? unknown : tells(where.field) === null;
    case 'same': return told(where.field, (value) => told(where.other, (other) => value === other));
    case 'and': return where.all.every((part) => judged(part, tells, unknown));
    case 'or': return where.any.some((part) => judged(part, tells, unknown));
    case 'not': return !judged(where.not, tells, !unknown);
    case 'exists': return unknown;
  }
};
