import type { Scalar, Where } from './where.js';

/** Where attributes live: the only names that can reach a statement. Names come from code, never from a request. */
export interface SqlNames {
  /** Attribute → column, as it is called in the query: `commitment.sponsor_id`. */
  readonly columns: Readonly<Record<string, string>>;
  /** The tenant's column of the queried rows; needed as soon as a relation is asked for. */
  readonly tenant?: string;
  /** Relation → table and its columns. Every table carries `tenant_id`. */
  readonly relations?: Readonly<Record<string, { readonly table: string; readonly columns: Readonly<Record<string, string>> }>>;
}

/** A condition to stand after AND, with its parameters. */
export interface SqlCondition {
  readonly text: string;
  readonly values: readonly (Scalar | readonly Scalar[])[];
}

const NAME = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*){0,2}$/;

/** Renders a condition with parameters `$firstParameter`, `$firstParameter + 1` …; the text is in parentheses where it needs them.
 * @param firstParameter the number of the first free parameter of the query, from 1
 * @throws RangeError for an attribute or relation without a name here, a name that is no plain identifier, or a relation without tenant */
export const toSql = (where: Where, names: SqlNames, firstParameter: number): SqlCondition => {
  const values: (Scalar | readonly Scalar[])[] = [];
  const bind = (value: Scalar | readonly Scalar[]): string => `$${firstParameter + values.push(value) - 1}`;
  let aliases = 0;

  const render = (part: Where, column: (field: string) => string, tenant: string | undefined): string => {
    switch (part.op) {
      case 'always': return 'TRUE';
      case 'never': return 'FALSE';
      case 'eq': return `${column(part.field)} = ${bind(part.value)}`;
      case 'in': return part.values.length === 0 ? 'FALSE' : `${column(part.field)} = ANY(${bind(part.values)})`;
      case 'between': return `${column(part.field)} BETWEEN ${bind(part.from)}::date AND ${bind(part.to)}::date`;
      case 'unset': return `${column(part.field)} IS NULL`;
      case 'same': return `${column(part.field)} = ${column(part.other)}`;
      case 'and': return part.all.length === 0 ? 'TRUE' : `(${part.all.map((one) => render(one, column, tenant)).join(' AND ')})`;
      case 'or': return part.any.length === 0 ? 'FALSE' : `(${part.any.map((one) => render(one, column, tenant)).join(' OR ')})`;
      case 'not': return `NOT (${render(part.not, column, tenant)})`;
      case 'exists': return renderExists(part, column, tenant);
    }
  };

  const renderExists = ({ relation, on, during, where: inner }: Extract<Where, { op: 'exists' }>, ours: (field: string) => string, tenant: string | undefined): string => {
    const known = own(names.relations ?? {}, relation);
    if (!known) throw new RangeError(`The relation "${relation}" has no table here.`);
    if (!tenant) throw new RangeError(`The relation "${relation}" is asked for, and the queried rows name no tenant column.`);
    const alias = `related_${++aliases}`;
    const theirs = (field: string): string => `${alias}.${nameOf(known.columns, field)}`;
    const theirTenant = `${alias}.tenant_id`;
    const conditions = [
      `${theirTenant} = ${plain(tenant)}`,
      ...Object.entries(on).map(([their, our]) => `${theirs(their)} = ${ours(our)}`),
      ...(during ? [`${ours(during.day)} BETWEEN ${theirs(during.from)} AND ${theirs(during.to)}`] : []),
      render(inner, theirs, theirTenant),
    ];
    return `EXISTS (SELECT FROM ${plain(known.table)} ${alias} WHERE ${conditions.join(' AND ')})`;
  };

  const text = render(where, (field) => nameOf(names.columns, field), names.tenant);
  return { text, values };
};

const own = <Value>(of: Readonly<Record<string, Value>>, key: string): Value | undefined => (Object.hasOwn(of, key) ? of[key] : undefined);

const nameOf = (columns: Readonly<Record<string, string>>, field: string): string => {
  const column = own(columns, field);
  if (column === undefined) throw new RangeError(`The attribute "${field}" has no column here.`);
  return plain(column);
};

const plain = (name: string): string => {
  if (!NAME.test(name)) throw new RangeError(`"${name}" is not a plain SQL name.`);
  return name;
};
