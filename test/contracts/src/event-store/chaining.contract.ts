import type { Append, EventStore } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import { range, wholeLog, type Subject } from './event-store.contract.js';
import { verifyExport } from './independent-verifier.js';

const GOLDEN_TENANT = aTenant(20_261_122);
// Written at its birth. If it changes, every chain that was ever handed to an auditor has become worthless.
const GOLDEN_CHAIN = '8ce8c7ebcaa91d41a3ad264b7bec36f5647133b9279197f6693b924d7bde13a4';

const golden: Append[] = [
  anAppend([aWrite('commitment-1', [anEvent({ sponsorId: 'p1', pledged: 2 }), anEvent({ z: 1, a: 'é👩‍💼"\\', n: [0.1, 1e-7, -0, null, true] }, { type: 'Told', schemaVersion: 3, occurredOn: '1999-12-31' })])], { requestKey: 'g1', actor: 'person:amara', correlation: 'c1', causation: 'because', recordedAt: '2025-01-01T00:00:00.001Z' }),
  anAppend([aWrite('commitment-2'), aWrite('person-ü', [anEvent('text'), anEvent(null), anEvent([])])], { requestKey: 'g2', recordedAt: '2025-01-01T00:00:00.001Z' }),
  anAppend([aWrite('commitment-1', [anEvent({ last: true })], { closes: true })], { requestKey: 'g3', recordedAt: '2025-02-28T23:59:59.999Z' }),
];

export const chaining = ({ store, tenant, elsewhere }: Subject): void => describe('chains', () => {
  it('a fixed history to a fixed hash', async () => {
    await store().openLog(GOLDEN_TENANT, { sample: true });
    for (const append of golden) await store().append(GOLDEN_TENANT, append);
    expect(await store().head(GOLDEN_TENANT)).toEqual({ position: 7, chain: GOLDEN_CHAIN });
    expect(verifyExport(GOLDEN_TENANT, await wholeLog(store(), GOLDEN_TENANT))).toEqual({ chain: GOLDEN_CHAIN });
  });

  it('so that a verifier which shares no code with it agrees, and names the first event that was altered', async () => {
    const acme = await tenant();
    for (const n of range(1, 20)) await store().append(acme, anAppend(aWrite(`s${n % 3}`, [anEvent({ n })], { expected: 'any' }), n % 2 ? { causation: `cause ${n}` } : {}));
    const events = await wholeLog(store(), acme, 7);
    expect(verifyExport(acme, events)).toEqual({ chain: (await store().head(acme)).chain });
    expect(verifyExport(acme, events.map((event) => (event.position === 13 ? { ...event, actor: 'system:other' } : event)))).toEqual({ brokenAt: 13 });
    expect(verifyExport(acme, events.filter(({ position }) => position !== 5))).toEqual({ brokenAt: 5 });
  });

  it('no two tenants alike', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    expect((await store().head(acme)).chain).not.toBe((await store().head(globex)).chain);
  });

  it('alike, whether appends come one after the other or travel together', async () => {
    const acme = aTenant(1);
    const appends = range(1, 60).map((n) => anAppend(aWrite(`s${n % 4}`, range(0, n % 3).map((part) => anEvent({ n, part }))), { recordedAt: `2025-01-01T00:00:00.${String(n).padStart(3, '0')}Z` }));
    const ways: ((to: EventStore) => Promise<unknown>)[] = [
      async (to) => { for (const append of appends) await to.append(acme, append); },
      (to) => Promise.all(appends.map((append) => to.append(acme, append))),
    ];
    const heads = [];
    for (const write of ways) {
      const { store: made, close } = await elsewhere();
      await made.openLog(acme, { sample: true });
      await write(made);
      heads.push(await made.head(acme));
      await close();
    }
    expect(heads[0]!.position).toBe(120);
    expect(heads[1]).toEqual(heads[0]);
  });

  it('a bulk as its events one by one', async () => {
    const acme = await tenant();
    await store().append(acme, anAppend([aWrite('a', range(1, 500).map((n) => anEvent({ n }))), aWrite('b', range(1, 500).map((n) => anEvent({ n })))]));
    expect(verifyExport(acme, await wholeLog(store(), acme))).toEqual({ chain: (await store().head(acme)).chain });
  });
});
