import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import { LocalWakeups, PostgresEventStore, type Append } from '@vouchsafe/event-store';
import { projectionStatus, ReadModels } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';
import { everyEvent, foldingOn, marked, type Folding } from './history.js';
import { productTemplate } from './product-database.js';

// Two organizations with the same ids everywhere, whose every word says whose it is. Whatever B is answered, no word of A is in it.

const A = tenantId('00000000-0000-4000-8000-00000000000a');
const B = tenantId('00000000-0000-4000-8000-00000000000b');
const MARKS = new Map([[A, 'LEAK-A-'], [B, 'LEAK-B-']]);
const ofA = /LEAK-A-|00000000-0000-4000-8000-00000000000a/;

const append = (tenant: TenantId, over: Partial<Append> = {}): Append => ({
  requestKey: `${MARKS.get(tenant)}key`, actor: `person:${MARKS.get(tenant)}actor`, correlation: `${MARKS.get(tenant)}correlation`, writes: [], ...over,
});

let template: Awaited<ReturnType<typeof productTemplate>>;
let product: Folding;
beforeAll(async () => {
  template = await productTemplate();
  product = await foldingOn(await template.copy());
  for (const tenant of [A, B]) {
    await product.store.openLog(tenant);
    const events = everyEvent().map((event) => marked(event, MARKS.get(tenant)!));
    await product.store.append(tenant, append(tenant, { writes: [{ stream: 'everything-1', expected: 'none', events, closes: true }] }));
    await product.database.withTenant(tenant, (tx) => tx.query(`INSERT INTO front.key (tenant_id, kind, key, subject) VALUES ($1, 'sign-in', $2, $2)`, [tenant, `${MARKS.get(tenant)}subject`]));
  }
  await product.fold();
}, 120_000);
afterAll(async () => {
  await product?.close();
  await template?.drop();
});

const said = (answer: unknown): string => JSON.stringify(answer, (_, value: unknown) => (value instanceof Error ? { ...value, name: value.name, message: value.message } : value)) ?? '';
const refusal = (work: Promise<unknown>): Promise<unknown> => work.then((answer) => ({ answer }), (error: unknown) => error);

const everythingAsked = async (tenant: TenantId, other: TenantId): Promise<Record<string, unknown>> => {
  const { store, database } = product;
  const mark = MARKS.get(other)!;
  const [projection] = contexts.flatMap(({ projections }) => projections);
  return {
    rows: await product.rowsOf(tenant),
    read: await store.read(tenant, { after: 0, max: 1_000 }),
    backwards: await store.readBackwards(tenant, { max: 1_000 }),
    proven: await store.readProven(tenant, { after: 0, max: 1_000 }),
    stream: await store.readStream(tenant, 'everything-1'),
    head: await store.head(tenant),
    at: await store.positionAt(tenant, '2100-01-01T00:00:00Z'),
    'their request': await store.recorded(tenant, `${mark}key`, {}),
    'a closed stream': await store.append(tenant, append(tenant, { requestKey: 'k1', writes: [{ stream: 'everything-1', expected: 'any', events: everyEvent().slice(0, 1) }] })),
    'a conflict': await store.append(tenant, append(tenant, { requestKey: 'k2', writes: [{ stream: 'everything-1', expected: 1, events: [] }] })),
    'a key used again': await store.append(tenant, append(tenant, { writes: [{ stream: 'other-1', expected: 'any', events: [] }] })),
    'a position beyond': await refusal(new ReadModels(database, store).many(tenant, projection!, 1_000_000, 'SELECT 1', [])),
    'an insert in their name': await refusal(database.withTenant(tenant, (tx) => tx.query(`INSERT INTO read.position VALUES ($1, 'p', 1, 1, 0)`, [other]))).then((error) => ({ ...(error as object), detail: (error as { detail?: string }).detail })),
    'a broken statement': await refusal(database.withTenant(tenant, (tx) => tx.query(`SELECT data::text::integer FROM log.event ORDER BY position DESC LIMIT 1`))),
    'a value twice': await refusal(database.withTenant(tenant, (tx) => tx.query(`INSERT INTO front.key (tenant_id, kind, key, subject) VALUES ($1, 'sign-in', $2, 'x')`, [tenant, `${MARKS.get(tenant)}subject`]))),
    'what they are called': await database.withTenant(tenant, async (tx) => (await tx.query('SELECT * FROM front.key')).rows),
  };
};

it('every read model that folds has rows to give away', async () => {
  const filled = Object.entries(await product.rowsOf(A)).filter(([, rows]) => rows.length > 0).map(([name]) => name);
  expect(filled.length).toBeGreaterThan(4);
  expect((await product.admin.query('SELECT projection, parked_reason FROM read.position WHERE parked_at IS NOT NULL')).rows).toEqual([]);
});

it('A finds its own words in its log and its read models', async () => {
  const answers = await everythingAsked(A, B);
  for (const asked of ['rows', 'read', 'backwards', 'proven', 'stream', 'what they are called']) expect(said(answers[asked])).toMatch('LEAK-A-');
});

it('B finds not one of them, whatever it asks and however it is refused', async () => {
  const answers = await everythingAsked(B, A);
  expect(said(answers['read'])).toMatch('LEAK-B-');
  expect(Object.entries(answers).filter(([, answer]) => ofA.test(said(answer))).map(([asked, answer]) => `${asked}: ${ofA.exec(said(answer))![0]}`)).toEqual([]);
});

it('nothing that is told of all tenants together holds a word of any', async () => {
  const status = await projectionStatus(product.database, product.store);
  expect(status.length).toBeGreaterThan(1);
  expect(said([status, await product.store.heads(), await new PostgresEventStore(product.database, new LocalWakeups()).heads()])).not.toMatch(/LEAK-/);
});

it('would notice a hole', async () => {
  const [name] = Object.entries(await product.rowsOf(A)).find(([table, rows]) => rows.length > 0 && table !== 'read.position')!;
  await product.admin.query(`CREATE POLICY hole ON ${name} USING (true)`);
  expect(said((await everythingAsked(B, A))['rows'])).toMatch(ofA);
  await product.admin.query(`DROP POLICY hole ON ${name}`);
});
