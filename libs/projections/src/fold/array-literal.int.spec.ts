import fc from 'fast-check';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { arrayLiteral } from './array-literal.js';

let fresh: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await fresh?.drop();
});

/** What the server makes of it, as texts. */
const read = async (values: readonly unknown[], type: string): Promise<unknown[]> =>
  (await client.query<{ value: unknown }>(`SELECT u.value::text AS value FROM unnest($1::${type}[]) WITH ORDINALITY AS u (value, at) ORDER BY at`, [arrayLiteral(values, (value) => value, type)])).rows.map(({ value }) => value);

const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0'));

it('brings any text to the server as it is', () => fc.assert(fc.asyncProperty(
  fc.array(fc.option(fc.oneof(text, fc.constantFrom('', 'NULL', 'null', '{', '}', ',', '"', '\\', ' a ', '{"a",b}'))), { minLength: 1 }),
  async (values) => { expect(await read(values, 'text')).toEqual(values); })));

it('brings JSON as JSON, arrays in it included', () => fc.assert(fc.asyncProperty(
  fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), async (values) => {
    const plain = JSON.parse(JSON.stringify(values).replaceAll('\\u0000', '')) as unknown[]; // PostgreSQL keeps no NUL in jsonb
    expect((await read(plain, 'json')).map((value) => (value === null ? null : JSON.parse(value as string)))).toEqual(plain);
  })));

it('brings numbers, truth, instants and bytes', async () => {
  expect(await read([1, -2, 9_007_199_254_740_991n, null], 'bigint')).toEqual(['1', '-2', '9007199254740991', null]);
  expect(await read([true, false, undefined], 'boolean')).toEqual(['true', 'false', null]);
  expect(await read([new Date('2026-01-02T03:04:05.678Z')], "timestamptz")).toEqual([expect.stringMatching(/^2026-01-0\d \d\d:\d4:05\.678/)]);
  expect(await read([new Uint8Array([0, 255])], 'bytea')).toEqual(['\\x00ff']);
});

it('refuses what no column holds', () => expect(() => arrayLiteral([{ a: 1 }], (value) => value, 'text')).toThrow('A column of a read model cannot hold a [object Object].'));
