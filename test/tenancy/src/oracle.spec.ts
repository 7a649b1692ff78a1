import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import type { Append, AppendResult } from '@vouchsafe/event-store';
import { openLedger, type Ledger } from '@vouchsafe/projections';
import { productDatabase, type ProductDatabase } from './product-database.js';

// What one organization has must not show in how another is answered: not as a conflict, not as a refusal, not as a gap in a number.

const ACME = tenantId('00000000-0000-4000-8000-00000000000a');
const GLOBEX = tenantId('00000000-0000-4000-8000-00000000000b');
const STRANGER = tenantId('00000000-0000-4000-8000-00000000000f');

let product: ProductDatabase;
let ledger: Ledger;
beforeAll(async () => {
  product = await productDatabase({ rebuilding: false });
  ledger = await openLedger(product.url);
  for (const tenant of [ACME, GLOBEX]) await ledger.store.openLog(tenant, { sample: true });
}, 120_000);
afterAll(async () => {
  await ledger?.close();
  await product?.drop();
});

const enter = (tenant: TenantId, kind: string, key: string): Promise<unknown> =>
  ledger.database.withTenant(tenant, (tx) => tx.query('INSERT INTO front.key (tenant_id, kind, key, subject) VALUES ($1, $2, $3, $4)', [tenant, kind, key, 'p1']));

const append = (tenant: TenantId, name: string, over: Partial<Append> = {}): Promise<AppendResult> => ledger.store.append(tenant, {
  requestKey: 'the-same-key', actor: 'person:p1', correlation: 'c', recordedAt: '2026-03-01T12:00:00.000Z',
  writes: [{ stream: 'commitment-c1', expected: 'none', events: [{ type: 'Happened', schemaVersion: 1, occurredOn: '2026-03-01', data: { name } }], closes: true }], ...over,
});

it.each(['handle', 'sign-in'])('two organizations may have the same %s', async (kind) => {
  await enter(ACME, kind, 'the-same');
  await enter(GLOBEX, kind, 'the-same');
  await expect(enter(GLOBEX, kind, 'the-same')).rejects.toMatchObject({ code: '23505' }); // its own it does collide with
});

it('the same stream, request key and first event succeed in both, each as if it were alone', async () => {
  const first = await append(ACME, 'Acme');
  expect(first).toEqual({ outcome: 'appended', position: 1, versions: [1], recordedAt: '2026-03-01T12:00:00.000Z', replayed: false });
  expect(await append(GLOBEX, 'Globex')).toEqual(first);
  expect(await append(GLOBEX, 'Globex')).toEqual({ ...first, replayed: true }); // its own it does remember
});

it('a request that the other has made is answered like one that nobody made', async () => {
  await append(ACME, 'Acme', { requestKey: 'made-by-acme', writes: [{ stream: 'commitment-c2', expected: 'any', events: [] }] });
  const of = (requestKey: string) => ledger.store.recorded(GLOBEX, requestKey, { anything: true });
  expect(await of('made-by-acme')).toEqual(await of('made-by-nobody'));
});

it('a stream that the other has closed is answered like one that nobody opened', async () => {
  const stream = 'commitment-closed';
  await append(ACME, 'Acme', { requestKey: 'k3', writes: [{ stream, expected: 'any', events: [{ type: 'Happened', schemaVersion: 1, occurredOn: '2026-03-01', data: {} }], closes: true }] });
  const wants = (of: string, key: string) => append(GLOBEX, 'Globex', { requestKey: key, writes: [{ stream: of, expected: 7, events: [] }] });
  expect(await wants(stream, 'k4')).toEqual({ ...await wants('commitment-unheard-of', 'k5'), stream });
  expect(await ledger.store.readStream(GLOBEX, stream)).toEqual([]);
});

it('the log of another and no log at all look alike from inside', async () => {
  const seen = (tenant: TenantId) => ledger.database.withTenant(GLOBEX, async (tx) => ({
    log: (await tx.query('SELECT * FROM log.tenant_log WHERE tenant_id = $1', [tenant])).rows,
    events: (await tx.query('SELECT * FROM log.event WHERE tenant_id = $1', [tenant])).rows,
    at: (await tx.query('SELECT log.position_at($1, now()) AS at', [tenant])).rows,
  }));
  expect(await seen(ACME)).toEqual(await seen(STRANGER));
  const refusal = (tenant: TenantId) => ledger.database.withTenant(GLOBEX, (tx) => tx.query('SELECT log.open_log($1, true)', [tenant])).catch((error: { code: string; message: string; detail?: string }) =>
    ({ code: error.code, message: error.message, detail: error.detail }));
  expect(await refusal(ACME)).toEqual(await refusal(STRANGER));
  expect(await refusal(ACME)).toMatchObject({ code: '42501' });
});
