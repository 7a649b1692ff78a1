/** A value that a condition compares with. Days are `YYYY-MM-DD`. */
export type Scalar = string | number | boolean;

/** Which rows: a condition over the attributes of a resource, evaluated in memory or rendered to SQL with the same answer.
 * `between` includes both days. `exists` asks for a row of another relation: `on` maps its attributes to ours, `during` demands
 * that our day lies between two of its days, and `where` is a condition on its own attributes. */
export type Where<Field extends string = string> =
  | { readonly op: 'always' }
  | { readonly op: 'never' }
  | { readonly op: 'eq'; readonly field: Field; readonly value: Scalar }
  | { readonly op: 'in'; readonly field: Field; readonly values: readonly Scalar[] }
  | { readonly op: 'between'; readonly field: Field; readonly from: string; readonly to: string }
  | { readonly op: 'unset'; readonly field: Field }
  | { readonly op: 'same'; readonly field: Field; readonly other: Field }
  | { readonly op: 'and'; readonly all: readonly Where<Field>[] }
  | { readonly op: 'or'; readonly any: readonly Where<Field>[] }
  | { readonly op: 'not'; readonly not: Where<Field> }
  | {
    readonly op: 'exists';
    readonly relation: string;
    readonly on: Readonly<Record<string, Field>>;
    readonly during?: { readonly day: Field; readonly from: string; readonly to: string };
    readonly where: Where;
  };

export const always: Where<never> = { op: 'always' };
export const never: Where<never> = { op: 'never' };
export const is = <const Field extends string>(field: Field, value: Scalar): Where<Field> => ({ op: 'eq', field, value });
export const isOneOf = <const Field extends string>(field: Field, values: Iterable<Scalar>): Where<Field> => {
  const list = [...values];
  return list.length === 0 ? never : { op: 'in', field, values: list };
};
export const isUnset = <const Field extends string>(field: Field): Where<Field> => ({ op: 'unset', field });
export const between = <const Field extends string>(field: Field, from: string, to: string): Where<Field> => ({ op: 'between', field, from, to });
export const same = <const Field extends string>(field: Field, other: Field): Where<Field> => ({ op: 'same', field, other });

/** All of them, simplified: nothing is asked of an empty list, and one `never` is enough. */
export const allOf = <Field extends string>(...parts: readonly Where<Field>[]): Where<Field> => {
  const flat = parts.flatMap((part) => (part.op === 'and' ? part.all : [part])).filter(({ op }) => op !== 'always');
  if (flat.some(({ op }) => op === 'never')) return never;
  return flat.length === 0 ? always : flat.length === 1 ? flat[0]! : { op: 'and', all: flat };
};

/** Any of them, simplified: an empty list grants nothing, and one `always` is enough. */
export const anyOf = <Field extends string>(...parts: readonly Where<Field>[]): Where<Field> => {
  const flat = parts.flatMap((part) => (part.op === 'or' ? part.any : [part])).filter(({ op }) => op !== 'never');
  if (flat.some(({ op }) => op === 'always')) return always;
  return flat.length === 0 ? never : flat.length === 1 ? flat[0]! : { op: 'or', any: flat };
};

export const not = <Field extends string>(part: Where<Field>): Where<Field> =>
  part.op === 'always' ? never : part.op === 'never' ? always : part.op === 'not' ? part.not : { op: 'not', not: part };

/** One row's attributes; null is unknown. */
export type Row = Readonly<Record<string, Scalar | null>>;
/** The rows of every relation that an `exists` may name, of the same tenant. */
export type Relations = Readonly<Record<string, readonly Row[]>>;

/** Whether the row is one of those that the condition names. What is unknown is not: a condition that turns on a null answers no,
 * negated or not, exactly as a WHERE clause does.
 * @throws RangeError if the row lacks an attribute, or the relations lack one that is asked for: silence would answer for them */
export const holds = (where: Where, row: Row, relations: Relations = {}): boolean => judge(where, row, relations) === true;

type Verdict = boolean | null;

const judge = (where: Where, row: Row, relations: Relations): Verdict => {
  switch (where.op) {
    case 'always': return true;
    case 'never': return false;
    case 'eq': return known(valueOf(row, where.field), (value) => value === where.value);
    case 'in': return where.values.length === 0 ? false : known(valueOf(row, where.field), (value) => where.values.includes(value));
    case 'between': return known(valueOf(row, where.field), (day) => where.from <= String(day) && String(day) <= where.to);
    case 'unset': return valueOf(row, where.field) === null;
    case 'same': return known(valueOf(row, where.field), (value) => known(valueOf(row, where.other), (other) => value === other));
    case 'and': return where.all.reduce<Verdict>((so, part) => both(so, judge(part, row, relations)), true);
    case 'or': return where.any.reduce<Verdict>((so, part) => either(so, judge(part, row, relations)), false);
    case 'not': return known(judge(where.not, row, relations), (verdict) => !verdict);
    case 'exists': {
      const related = relations[where.relation];
      if (!related) throw new RangeError(`The relation "${where.relation}" was not given.`);
      return related.some((other) => judge(joined(where, row, other), other, relations) === true);
    }
  }
};

/** The condition on one related row, with our own attributes filled in as values. */
const joined = ({ on, during, where }: Extract<Where, { op: 'exists' }>, row: Row, other: Row): Where => {
  const isRelated = Object.entries(on).map(([theirs, ours]) => {
    const value = valueOf(row, ours);
    return value === null ? never : is(theirs, value);
  });
  if (!during) return allOf(...isRelated, where);
  const [day, from, to] = [valueOf(row, during.day), valueOf(other, during.from), valueOf(other, during.to)];
  const isDuring = day !== null && from !== null && to !== null && from <= day && day <= to;
  return isDuring ? allOf(...isRelated, where) : never;
};

const valueOf = (row: Row, field: string): Scalar | null => {
  const value = Object.hasOwn(row, field) ? row[field] : undefined;
  if (value === undefined) throw new RangeError(`The row has no attribute "${field}".`);
  return value;
};

const known = <Value>(value: Value | null, then: (value: Value) => Verdict): Verdict => (value === null ? null : then(value));
const both = (a: Verdict, b: Verdict): Verdict => (a === false || b === false ? false : a === null || b === null ? null : true);
const either = (a: Verdict, b: Verdict): Verdict => (a === true || b === true ? true : a === null || b === null ? null : false);
