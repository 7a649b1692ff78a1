import { frontMigration } from '@vouchsafe/access';
import { eventStoreMigrations } from '@vouchsafe/event-store';
import { projectionsMigrations } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';
import { catalogChecks } from './catalog.js';
import { productDatabase, type ProductDatabase } from './product-database.js';

let product: ProductDatabase;
beforeAll(async () => { product = await productDatabase(); }, 120_000);
afterAll(() => product?.drop());

it('every read model and every table of a context is there to be looked at', async () => {
  const tables = contexts.flatMap(({ projections }) => projections.flatMap((projection) => Object.values(projection.tables)));
  const { rows } = await product.admin.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'read'::regnamespace`);
  const made = new Set(rows.map(({ name }) => name));
  expect(tables.filter((table) => !made.has(table) || ![...made].some((name) => name.startsWith(`${table}_`)))).toEqual([]); // and that of a rebuild beside it
  expect(tables.length).toBeGreaterThan(10);
});

it.each(Object.entries(catalogChecks))('%s', async (_, check) => expect(await check(product.admin)).toEqual([]));

it('no migration uses what cannot be spread over servers, or sets a tenant for longer than a transaction', () => {
  const texts = [
    ...[frontMigration, ...eventStoreMigrations, ...projectionsMigrations, ...contexts.flatMap(({ migrations }) => migrations)].map(({ name, sql }) => ({ name, sql })),
    ...contexts.flatMap(({ projections }) => projections).map((projection) => ({ name: projection.name, sql: projection.createTables('') })),
  ];
  const forbidden = /\b(sequence|serial|bigserial|identity|enum|pg_(try_)?advisory\w*|set_config|materialized)\b/i;
  expect(texts.filter(({ sql }) => forbidden.test(sql.replace(/--.*$/gm, ''))).map(({ name, sql }) => `${name}: ${forbidden.exec(sql)?.[0]}`)).toEqual([]);
});
