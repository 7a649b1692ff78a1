import type { TenantId } from '@vouchsafe/event-schema';
import type { Transaction } from '@vouchsafe/access';
import { arrayLiteral } from './array-literal.js';
import type { KeysSeen } from './keys-seen.js';

/** A row without its tenant: columns in camelCase. */
export type Row = Record<string, unknown>;

/** A table's columns as the database knows them: the .sql file is the one place that declares them. */
export interface TableShape {
  readonly table: string;
  /** In order, without tenant_id. */
  readonly columns: readonly { readonly column: string; readonly property: string; readonly type: string }[];
  /** The properties of the primary key, without tenant_id. */
  readonly key: readonly string[];
}

const camelCase = (column: string): string => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const SHAPE = `
  SELECT a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, k.at AS key_at
    FROM pg_attribute AS a
    JOIN pg_index AS i ON i.indrelid = a.attrelid AND i.indisprimary
    LEFT JOIN unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, at) ON k.attnum = a.attnum
   WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'tenant_id'
   ORDER BY a.attnum`;

/** @param table with its schema */
export const tableShape = async (tx: Transaction, table: string): Promise<TableShape> => {
  const { rows } = await tx.query<{ column: string; type: string; key_at: number | null }>(SHAPE, [table]);
  const keyed = rows.filter(({ key_at: at }) => at !== null).sort((a, b) => a.key_at! - b.key_at!);
  return { table, columns: rows.map(({ column, type }) => ({ column, property: camelCase(column), type })), key: keyed.map(({ column }) => camelCase(column)) };
};

/** Reads the value for a column out of what is to be written. */
export type Cells<T> = (property: string) => (item: T) => unknown;

const ofRow: Cells<never> = (property) => (row: Row) => row[property];

/** The tables of one projection, of one tenant, inside one transaction. Reads are sets and writes are sets: the round trip is the cost. */
export class Tables {
  /** @param seen while a build is folded from its beginning by one runner: what it may hold */
  constructor(private readonly tx: Transaction, private readonly shapes: ReadonlyMap<string, TableShape>, private readonly seen?: KeysSeen) {}

  get tenant(): TenantId {
    return this.tx.tenant;
  }

  shape(name: string): TableShape {
    const shape = this.shapes.get(name);
    if (!shape) throw new Error(`The projection declares no table ${name}.`);
    return shape;
  }

  /** Rows whose `properties` equal those of one of `keys`; `where` narrows further and holds no value from outside. */
  async load(name: string, keys: readonly Row[], properties: readonly string[] = this.shape(name).key, where = ''): Promise<Row[]> {
    const { table, columns } = this.shape(name);
    const wanted = this.seen?.worthALook(this.shape(name), properties, keys, (key) => properties.map((property) => key[property])) ?? keys;
    if (wanted.length === 0) return [];
    const by = properties.map((property) => columns.find((column) => column.property === property)!);
    // One look into the index per key: a table that is being filled has no statistics yet, and a join over it was planned as a scan of the whole, batch after batch.
    const text = `SELECT ${columns.map(({ column, property }) => `t.${column} AS "${property}"`).join(', ')}
       FROM (SELECT DISTINCT * FROM unnest(${by.map(({ type }, index) => `$${index + 2}::${type}[]`).join(', ')}) AS u (${by.map(({ column }) => column).join(', ')})) AS u
      CROSS JOIN LATERAL (SELECT * FROM ${table} AS t WHERE t.tenant_id = $1 AND ${by.map(({ column }) => `t.${column} = u.${column}`).join(' AND ')} ${where} OFFSET 0) AS t`;
    return (await this.tx.query(text, [this.tenant, ...by.map(({ property, type }) => arrayLiteral(wanted, (key) => key[property], type))])).rows;
  }

  /** Inserts rows, or replaces those with the same key. One row per key. */
  async put<T = Row>(name: string, rows: readonly T[], cells: Cells<T> = ofRow as Cells<T>): Promise<void> {
    const { columns, key } = this.shape(name);
    const keyColumns = columns.filter(({ property }) => key.includes(property)).map(({ column }) => column);
    const others = columns.filter(({ property }) => !key.includes(property)).map(({ column }) => `${column} = excluded.${column}`);
    await this.write(name, rows, cells, `ON CONFLICT (tenant_id, ${keyColumns.join(', ')}) DO ${others.length > 0 ? `UPDATE SET ${others.join(', ')}` : 'NOTHING'}`);
  }

  /** Inserts rows whose keys are new. Half the work of `put`. @throws if one is there already */
  async insert<T = Row>(name: string, rows: readonly T[], cells: Cells<T> = ofRow as Cells<T>): Promise<void> {
    await this.write(name, rows, cells, '');
  }

  /** Asks, or does, in SQL what sets of rows cannot say.
   * @param text made with the tables' physical names; `$1` is the tenant, whose name every statement holds against tenant_id */
  async ask<R>(text: (table: (name: string) => string) => string, values: readonly unknown[]): Promise<R[]> {
    this.seen?.lose(); // it may write
    return (await this.tx.query<R>(text((name) => this.shape(name).table), [this.tenant, ...values])).rows;
  }

  private async write<T>(name: string, rows: readonly T[], cells: Cells<T>, onConflict: string): Promise<void> {
    if (rows.length === 0) return;
    const { table, columns } = this.shape(name);
    this.seen?.note(this.shape(name), rows, cells);
    const names = columns.map(({ column }) => column).join(', ');
    await this.tx.query(
      `INSERT INTO ${table} (tenant_id, ${names}) SELECT $1, u.* FROM unnest(${columns.map(({ type }, index) => `$${index + 2}::${type}[]`).join(', ')}) AS u (${names}) ${onConflict}`,
      [this.tenant, ...columns.map(({ property, type }) => arrayLiteral(rows, cells(property), type))],
    );
  }

  async remove(name: string, keys: readonly Row[]): Promise<void> {
    if (keys.length === 0) return;
    const { table, columns, key } = this.shape(name);
    const by = key.map((property) => columns.find((column) => column.property === property)!);
    await this.tx.query(
      `DELETE FROM ${table} AS t USING unnest(${by.map(({ type }, index) => `$${index + 2}::${type}[]`).join(', ')}) AS u (${by.map(({ column }) => column).join(', ')})
        WHERE t.tenant_id = $1 AND ${by.map(({ column }) => `t.${column} = u.${column}`).join(' AND ')}`,
      [this.tenant, ...by.map(({ property, type }) => arrayLiteral(keys, (one) => one[property], type))],
    );
  }
}
