import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import fc from 'fast-check';
import pg from 'pg';
import { holds, type Row, type Where } from './where.js';
import { toSql, type SqlNames } from './where-sql.js';

// The two back ends of one condition: what memory answers row by row, PostgreSQL must answer as a set, nulls and neighbours included.

const texts = ['', 'amara', 'Amara', 'ámara', "o'brien", 'zoë'];
const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2025-01-01'];
const tenants = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

const columns = {
  text: { name: 'resource.text_a', values: fc.constantFrom(...texts) },
  other: { name: 'resource.text_b', values: fc.constantFrom(...texts) },
  count: { name: 'resource.n', values: fc.integer({ min: -2, max: 2 }) },
  flag: { name: 'resource.flag', values: fc.boolean() },
  day: { name: 'resource.on_day', values: fc.constantFrom(...days) },
} as const;
const related = {
  key: { name: 'k', values: fc.constantFrom(...texts) },
  open: { name: 'is_open', values: fc.boolean() },
  from: { name: 'starts_on', values: fc.constantFrom(...days) },
  to: { name: 'ends_on', values: fc.constantFrom(...days) },
} as const;
type Columns = Readonly<Record<string, { name: string; values: fc.Arbitrary<string | number | boolean> }>>;

const rowOf = (of: Columns): fc.Arbitrary<Row> =>
  fc.record({ tenant: fc.constantFrom(...tenants), ...Object.fromEntries(Object.entries(of).map(([field, { values }]) => [field, fc.option(values, { nil: null, freq: 3 })])) });

const leaf = (of: Columns, day: string, pair: readonly [string, string]): fc.Arbitrary<Where> => {
  const field = fc.constantFrom(...Object.keys(of));
  return fc.oneof(
    fc.constantFrom<Where>({ op: 'always' }, { op: 'never' }),
    field.chain((name) => of[name]!.values.map((value): Where => ({ op: 'eq', field: name, value }))),
    field.chain((name) => fc.array(of[name]!.values, { maxLength: 3 }).map((values): Where => ({ op: 'in', field: name, values }))),
    fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)).map(([from, to]): Where => ({ op: 'between', field: day, from, to })),
    field.map((name): Where => ({ op: 'unset', field: name })),
    fc.constant<Where>({ op: 'same', field: pair[0], other: pair[1] }),
  );
};

const combined = (leaves: fc.Arbitrary<Where>): fc.Arbitrary<Where> => fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaves,
    fc.array(tie('where'), { maxLength: 3 }).map((all): Where => ({ op: 'and', all })),
    fc.array(tie('where'), { maxLength: 3 }).map((any): Where => ({ op: 'or', any })),
    tie('where').map((inner): Where => ({ op: 'not', not: inner }))),
})).where;

const inside = combined(leaf(related, 'from', ['from', 'to']));
const exists = fc.record({ on: fc.constantFrom<Record<string, string>>({ key: 'text' }, { key: 'other' }, {}), isDuring: fc.boolean(), where: inside }).map(({ on, isDuring, where }): Where =>
  ({ op: 'exists', relation: 'bond', on, where, ...(isDuring ? { during: { day: 'day', from: 'from', to: 'to' } } : {}) }));
const anyWhere = combined(fc.oneof({ weight: 3, arbitrary: leaf(columns, 'day', ['text', 'other']) }, { weight: 1, arbitrary: exists }));

const nameList = (of: Columns) => Object.fromEntries(Object.entries(of).map(([field, { name }]) => [field, name]));
const names: SqlNames = { columns: nameList(columns), tenant: 'resource.tenant_id', relations: { bond: { table: 'bond', columns: nameList(related) } } };

const selected = (condition: string): string => `
  WITH resource AS (
    SELECT n_row, tenant AS tenant_id, text AS text_a, other AS text_b, count AS n, flag, day AS on_day
      FROM ROWS FROM (jsonb_to_recordset($1) AS (tenant uuid, text text, other text, count int, flag boolean, day date)) WITH ORDINALITY AS r(tenant, text, other, count, flag, day, n_row)),
  bond AS (
    SELECT tenant AS tenant_id, key AS k, open AS is_open, "from" AS starts_on, "to" AS ends_on
      FROM jsonb_to_recordset($2) AS (tenant uuid, key text, open boolean, "from" date, "to" date))
  SELECT n_row::int AS n FROM resource WHERE ${condition} ORDER BY n_row`;

it('answers in PostgreSQL what it answers in memory, on random conditions and rows', async () => {
  const { url, drop } = await freshDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let some = 0;
  try {
    await fc.assert(fc.asyncProperty(
      anyWhere, fc.array(rowOf(columns), { minLength: 1, maxLength: 12 }), fc.array(rowOf(related), { maxLength: 8 }),
      async (where, rows, bonds) => {
        const { text, values } = toSql(where, names, 3);
        const answered = await client.query<{ n: number }>(selected(text), [JSON.stringify(rows), JSON.stringify(bonds), ...values]);
        const inMemory = rows.flatMap((row, index) =>
          holds(where, row, { bond: bonds.filter(({ tenant }) => tenant === row.tenant) }) ? [index + 1] : []);
        if (inMemory.length > 0 && inMemory.length < rows.length) some += 1;
        expect(answered.rows.map(({ n }) => n)).toEqual(inMemory);
      },
    ), { numRuns: 600 });
  } finally {
    await client.end();
    await drop();
  }
  expect(some).toBeGreaterThan(100); // conditions that name some rows and not others: else the property would prove little
});
