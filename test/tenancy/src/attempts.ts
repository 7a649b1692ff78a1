import type { Client } from 'pg';

export const A = '00000000-0000-4000-8000-00000000000a';
export const B = '00000000-0000-4000-8000-00000000000b';

/** A table as the catalog has it: what attempts on it are written from. */
export interface TableFacts {
  readonly name: string;
  readonly hasTenant: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly key: readonly string[];
}

export const tablesOf = async (admin: Client): Promise<TableFacts[]> => (await admin.query<TableFacts>(`
  SELECT n.nspname || '.' || c.relname AS name,
    bool_or(a.attname = 'tenant_id') AS "hasTenant",
    json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
    coalesce((SELECT json_agg(k.attname ORDER BY array_position(i.indkey::smallint[], k.attnum)) FROM pg_index AS i JOIN pg_attribute AS k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary), '[]') AS key
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' GROUP BY c.oid, n.nspname, c.relname ORDER BY 1`)).rows;

/** A value per type for what was there before, and another for what an intruder would write: a change must show. */
const SAMPLES: Record<string, readonly [string, string]> = {
  text: [`'same'`, `'other'`], 'character varying': [`'same'`, `'other'`], boolean: ['true', 'false'], bigint: ['1', '2'], integer: ['1', '2'], smallint: ['1', '2'],
  numeric: ['1', '2'], 'double precision': ['1', '2'], real: ['1', '2'], date: [`'2026-03-01'`, `'2026-03-02'`],
  'timestamp with time zone': [`'2026-03-01T12:00:00Z'`, `'2026-03-02T12:00:00Z'`], jsonb: [`'{}'`, `'[]'`], json: [`'{}'`, `'[]'`], bytea: [`'\\x01'`, `'\\x02'`],
  uuid: [`'11111111-1111-4111-8111-111111111111'`, `'22222222-2222-4222-8222-222222222222'`],
};

const sample = (type: string, which: 0 | 1): string => {
  if (type.endsWith('[]')) return `'{}'::${type}`;
  const literal = SAMPLES[type];
  if (literal === undefined) throw new Error(`What is a value of ${type}? Say so in the list of samples.`);
  return `${literal[which]}::${type}`;
};

/** @param which 1 differs in everything but the key */
const row = ({ columns, key }: TableFacts, tenant: string, which: 0 | 1): string =>
  columns.map(({ name, type }) => (name === 'tenant_id' ? `'${tenant}'::uuid` : sample(type, key.includes(name) ? 0 : which))).join(', ');
const names = ({ columns }: TableFacts): string => columns.map(({ name }) => `"${name}"`).join(', ');

/** Gives A and B a row each in every table, alike but for the tenant. Bounds of values and references go first: they ask for believable
 * rows, and stand between nobody and another's. */
export const fill = async (admin: Client): Promise<void> => {
  const { rows } = await admin.query<{ statement: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS statement FROM pg_constraint AS k JOIN pg_namespace AS n ON n.oid = k.connamespace
    WHERE k.contype IN ('c', 'f') AND k.conrelid <> 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`);
  for (const { statement } of rows) await admin.query(statement);
  for (const table of (await tablesOf(admin)).filter(({ hasTenant }) => hasTenant)) {
    for (const tenant of [A, B]) await admin.query(`INSERT INTO ${table.name} (${names(table)}) VALUES (${row(table, tenant, 0)})`);
  }
};

/** One statement that must not reach a row of A. `counts` selects what it did to rows of A as number `n`, where its own count says nothing. */
export interface Attempt { readonly what: string; readonly sql: string; readonly on: string }

/** Ways to A's rows in one table, for somebody who is not A. Each answers or counts only rows of A, if it works at all. */
export const attemptsOn = (table: TableFacts): Attempt[] => {
  const { name, columns, key } = table;
  const column = columns.find((each) => each.name !== 'tenant_id' && !key.includes(each.name)) ?? columns.find((each) => each.name !== 'tenant_id') ?? columns[0]!;
  const set = `"${column.name}" = ${column.name === 'tenant_id' ? `'${B}'` : sample(column.type, 1)}`;
  const isA = `tenant_id = '${A}'`;
  const insert = `INSERT INTO ${name} (${names(table)}) VALUES (${row(table, A, 1)})`;
  const conflict = `ON CONFLICT (${key.map((each) => `"${each}"`).join(', ')})`;
  const merge = `MERGE INTO ${name} AS t USING (SELECT '${A}'::uuid AS tenant) AS s ON t.tenant_id = s.tenant`;
  const all: [string, string][] = [
    ['SELECT', `SELECT * FROM ${name} WHERE ${isA}`],
    ['SELECT of everything', `SELECT * FROM (SELECT * FROM ${name}) AS every WHERE ${isA}`],
    ...columns.map((each): [string, string] => [`SELECT ${each.name}`, `SELECT "${each.name}" FROM ${name} WHERE ${isA}`]),
    ['SELECT FOR UPDATE', `SELECT * FROM ${name} WHERE ${isA} FOR UPDATE`],
    ['COPY TO', `COPY (SELECT * FROM ${name} WHERE ${isA}) TO STDOUT`],
    ['COPY FROM', `COPY ${name} FROM STDIN`],
    ['INSERT', insert],
    ['INSERT ON CONFLICT DO NOTHING', `${insert} ${conflict} DO NOTHING`],
    ['INSERT ON CONFLICT DO UPDATE', `${insert} ${conflict} DO UPDATE SET ${set}`],
    ['UPDATE', `UPDATE ${name} SET ${set} WHERE ${isA}`],
    ['UPDATE of everything', `WITH changed AS (UPDATE ${name} SET ${set} RETURNING tenant_id) SELECT * FROM changed WHERE ${isA}`],
    ['UPDATE that takes', `UPDATE ${name} SET tenant_id = '${B}' WHERE ${isA}`],
    ['UPDATE that gives', `UPDATE ${name} SET tenant_id = '${A}'`],
    ['DELETE', `DELETE FROM ${name} WHERE ${isA}`],
    ['DELETE of everything', `WITH gone AS (DELETE FROM ${name} RETURNING tenant_id) SELECT * FROM gone WHERE ${isA}`],
    ['MERGE that changes', `${merge} WHEN MATCHED THEN UPDATE SET ${set}`],
    ['MERGE that deletes', `${merge} WHEN MATCHED THEN DELETE`],
    ['MERGE that inserts', `${merge} WHEN NOT MATCHED THEN INSERT (${names(table)}) VALUES (${row(table, A, 1)})`],
    ['TRUNCATE', `TRUNCATE ${name}`],
    ['DROP', `DROP TABLE ${name}`],
    ['ALTER', `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`],
    ['a policy', `CREATE POLICY mine ON ${name} USING (true)`],
  ];
  return all.map(([what, sql]) => ({ what, sql, on: name }));
};

/** Ways to change a table that holds nothing of any tenant. */
export const changesOf = ({ name, columns }: TableFacts): Attempt[] => [
  ['INSERT', `INSERT INTO ${name} DEFAULT VALUES`], ['UPDATE', `UPDATE ${name} SET "${columns[0]!.name}" = "${columns[0]!.name}"`], ['DELETE', `DELETE FROM ${name}`], ['TRUNCATE', `TRUNCATE ${name}`],
].map(([what, sql]) => ({ what: what!, sql: sql!, on: name }));
