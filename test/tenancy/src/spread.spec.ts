import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogChecks } from './catalog.js';
import { productDatabase, type ProductDatabase } from './product-database.js';

// What "Beyond one database" rests on: every table of a tenant can be spread by tenant, keys and all. PostgreSQL itself is the judge, for it
// refuses to partition by hash what has a key without the tenant, as Citus refuses to distribute it.

let product: ProductDatabase;
beforeAll(async () => { product = await productDatabase(); }, 120_000);
afterAll(() => product?.drop());

const tenantTables = async (): Promise<string[]> => (await product.admin.query<{ name: string }>(
  `SELECT c.oid::regclass::text AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_attribute AS t ON t.attrelid = c.oid AND t.attname = 'tenant_id'
    WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' ORDER BY 1`)).rows.map(({ name }) => name);

it('every table of a tenant can be spread by tenant, with all its keys', async () => {
  const tables = await tenantTables();
  const refused: string[] = [];
  await product.admin.query('CREATE SCHEMA spread');
  for (const [index, table] of tables.entries()) {
    await product.admin.query(`CREATE TABLE spread.t${index} (LIKE ${table} INCLUDING ALL) PARTITION BY HASH (tenant_id)`).catch((error: Error) => refused.push(`${table}: ${error.message}`));
  }
  await product.admin.query('DROP SCHEMA spread CASCADE');
  expect(refused).toEqual([]);
  expect(tables.length).toBeGreaterThan(20);
});

it('PostgreSQL would refuse a table whose key forgets the tenant', async () => {
  await product.admin.query('CREATE TABLE public.forgetful (tenant_id uuid NOT NULL, id text PRIMARY KEY)');
  await expect(product.admin.query('CREATE TABLE public.spread (LIKE public.forgetful INCLUDING ALL) PARTITION BY HASH (tenant_id)')).rejects.toThrow(/partition key|unique/);
  await product.admin.query('DROP TABLE public.forgetful');
});

it('a log that is partitioned keeps every wall', async () => {
  await product.admin.query(`SET partition_log.count = 4; ${await readFile(join('infra', 'postgres', 'partition-log.sql'), 'utf8')}`);
  const findings: string[] = [];
  for (const [name, check] of Object.entries(catalogChecks)) findings.push(...(await check(product.admin)).map((finding) => `${name}: ${finding}`));
  expect(findings).toEqual([]);
  await expect(product.admin.query(`UPDATE log.event_p0 SET type = 'Other'`)).rejects.toThrow('append-only');
  await expect(product.admin.query(await readFile(join('infra', 'postgres', 'partition-log.sql'), 'utf8'))).rejects.toThrow('partitioned already');
});
