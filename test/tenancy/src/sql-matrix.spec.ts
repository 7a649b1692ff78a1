import { fill, tablesOf } from './attempts.js';
import { ASKERS, bytesOfA, callFindings, matrixFindings } from './matrix.js';
import { productDatabase, type ProductDatabase } from './product-database.js';

let product: ProductDatabase;
beforeAll(async () => {
  product = await productDatabase();
  await fill(product.admin);
}, 120_000);
afterAll(() => product?.drop());

it('gives A a row in every table that has a tenant', async () => {
  const tables = (await tablesOf(product.admin)).filter(({ hasTenant }) => hasTenant);
  expect([...(await bytesOfA(product.admin, tables)).entries()].filter(([, digest]) => !digest.startsWith('1:'))).toEqual([]);
  expect(tables.length).toBeGreaterThan(15);
});

it('reaches no row of A from anywhere else, by any statement, and changes no byte of them', async () => {
  const { tried, findings } = await matrixFindings(product.url, product.admin);
  expect(findings).toEqual([]);
  expect(tried).toBeGreaterThan(ASKERS.length * 15 * 25);
}, 300_000);

it('answers nothing about A from any function that a login may call', async () => {
  expect(await callFindings(product.url, product.admin)).toEqual([]);
}, 60_000);
