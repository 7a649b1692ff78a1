import { aTenant } from '@vouchsafe/event-store/testing';
import { chainStart, digestOf, extendChain, leafOf, type EventStore } from '@vouchsafe/event-store';
import type { TenantId } from '@vouchsafe/event-schema';
import { BUCKETS, bucketOf } from './bucket.js';
import type { RelayStore } from './relay-store.js';

const [ACME, GLOBEX, INITECH] = [aTenant(1), aTenant(2), aTenant(3)];
const EVERYWHERE = Array.from({ length: BUCKETS }, (_, bucket) => bucket);
const LONG = 3_600_000;

/** A store of a spec, and what stands behind it. */
export interface StoreUnderTest {
  readonly store: RelayStore;
  readonly events: EventStore;
  append(tenant: TenantId, count: number, data?: unknown): Promise<void>;
  markOf(tenant: TenantId): Promise<number> | number;
  /** Lets what this relay holds, and its membership, run out. */
  lapse(owner: string): Promise<void> | void;
}

/** What every store of the relay does: the one in PostgreSQL and its twin. */
export const relayStoreContract = (fresh: () => Promise<StoreUnderTest>): void => {
  let log: StoreUnderTest;
  beforeEach(async () => {
    log = await fresh();
    for (const tenant of [ACME, GLOBEX, INITECH]) await log.events.openLog(tenant);
  });

  const pagesOf = (asked: { tenant: TenantId; max: number }[], bytes = 1_000_000) => log.store.pages(asked, EVERYWHERE, bytes);
  const held = async (owner: string, milliseconds = LONG) => (await log.store.tend(owner, milliseconds)).held.map(({ bucket }) => bucket);

  describe('leases', () => {
    it('go to one relay alone, all of them', async () => expect(await held('one')).toEqual(EVERYWHERE));

    it('are left where they are while they are renewed, under the same epoch', async () => {
      const first = await log.store.tend('one', LONG);
      const second = await log.store.tend('two', LONG);
      expect(second).toEqual({ held: [], relays: 2 });
      expect(await log.store.tend('one', LONG)).toEqual({ held: first.held, relays: 2 });
    });

    it('that are given back go to whoever has less than its share, under a higher epoch', async () => {
      await held('one');
      await log.store.release('one', EVERYWHERE.slice(0, 40));
      const { held: had } = await log.store.tend('two', LONG);
      expect(had).toEqual(EVERYWHERE.slice(0, 32).map((bucket) => ({ bucket, epoch: 2 })));
      expect((await held('three'))).toEqual(EVERYWHERE.slice(32, 40));
    });

    it('that lapse are taken, and he who slept finds them gone', async () => {
      await held('sleeper');
      await log.lapse('sleeper');
      expect((await log.store.tend('other', LONG)).held).toEqual(EVERYWHERE.map((bucket) => ({ bucket, epoch: 2 })));
      expect(await log.store.tend('sleeper', LONG)).toEqual({ held: [], relays: 2 });
    });

    it('that lapse and are missed by nobody are his again under the old epoch', async () => {
      const first = await log.store.tend('sleeper', LONG);
      await log.lapse('sleeper');
      expect(await log.store.tend('sleeper', LONG)).toEqual(first);
    });

    it('of one that leaves are free at once, and it is counted no more', async () => {
      await held('one');
      await log.store.leave('one');
      expect(await log.store.tend('two', LONG)).toMatchObject({ relays: 1, held: { length: 64 } });
    });

    it('are each held by one, however many ask at once', async () => {
      const relays = Array.from({ length: 8 }, (_, index) => `relay ${index}`);
      await Promise.all(relays.map((relay) => held(relay)));
      const all = (await Promise.all(relays.map((relay) => held(relay)))).flat();
      expect(new Set(all).size).toBe(all.length);
    });
  });

  describe('marks', () => {
    const move = (from: number, to: number, epoch: number, tenant = ACME) => ({ tenant, from, to, epoch });
    const went = async (...moves: ReturnType<typeof move>[]) => [...(await log.store.advance(moves)).moved];

    it('go from where they stand, each by itself', async () => {
      expect((await went(move(0, 5, 1), move(0, 7, 1, GLOBEX))).sort()).toEqual([ACME, GLOBEX]);
      expect(await went(move(4, 9, 1), move(7, 8, 1, GLOBEX))).toEqual([GLOBEX]);
      expect([await log.markOf(ACME), await log.markOf(GLOBEX)]).toEqual([5, 8]);
    });

    it('do not go under an older epoch', async () => {
      await went(move(0, 5, 3));
      expect(await went(move(5, 9, 2))).toEqual([]);
      expect(await went(move(5, 9, 3))).toEqual([ACME]);
    });

    it('are made once, by whoever is first', async () => {
      const all = await Promise.all(Array.from({ length: 6 }, (_, index) => went(move(0, index + 1, 1))));
      expect(all.flat()).toEqual([ACME]);
    });

    it('tell the time of the server', async () => {
      await log.append(ACME, 1);
      const [page] = await pagesOf([{ tenant: ACME, max: 1 }]);
      const { now } = await log.store.advance([move(0, 1, 1)]);
      expect(Date.parse(now) - Date.parse(page!.events[0]!.recordedAt)).toBeGreaterThanOrEqual(0);
    });
  });

  describe('what comes next', () => {
    it('is whole, proven, and in order', async () => {
      for (let at = 0; at < 3; at += 1) await log.append(ACME, 1, { at });
      const [page] = await pagesOf([{ tenant: ACME, max: 10 }]);
      expect(page).toMatchObject({ tenant: ACME, mark: 0, head: 3, events: [{ position: 1 }, { position: 2 }, { position: 3 }] });
      let chain = chainStart(ACME);
      for (const event of page!.events) {
        expect(digestOf(event.dataText).toString('hex')).toBe(event.digest);
        chain = extendChain(chain, leafOf(event, Buffer.from(event.digest, 'hex')));
        expect(chain.toString('hex')).toBe(event.chain);
      }
      const proven = await log.events.readProven(ACME, { after: 0, max: 10 });
      expect(page!.events).toEqual(proven.map(({ data: _data, ...event }) => event));
    });

    it('begins after the mark, holds as many as were asked for, and of several tenants', async () => {
      await log.append(ACME, 9);
      await log.append(GLOBEX, 2);
      await log.store.advance([{ tenant: ACME, from: 0, to: 3, epoch: 1 }]);
      const pages = await pagesOf([{ tenant: ACME, max: 4 }, { tenant: GLOBEX, max: 4 }, { tenant: INITECH, max: 4 }]);
      expect(pages.map(({ tenant, mark, head, events }) => ({ tenant, mark, head, positions: events.map(({ position }) => position) }))).toEqual([
        { tenant: ACME, mark: 3, head: 9, positions: [4, 5, 6, 7] }, { tenant: GLOBEX, mark: 0, head: 2, positions: [1, 2] },
      ]);
    });

    it('is cut where it grows too large, but never to nothing', async () => {
      await log.append(ACME, 4, { text: 'x'.repeat(1_000) });
      const counts = async (bytes: number) => (await pagesOf([{ tenant: ACME, max: 10 }], bytes))[0]!.events.length;
      expect([await counts(1), await counts(1_000), await counts(1_100), await counts(1_000_000)]).toEqual([1, 1, 2, 4]);
    });

    it('is of the buckets asked for, and of none that stands at its head', async () => {
      await log.append(ACME, 2);
      await log.append(GLOBEX, 2);
      await log.store.advance([{ tenant: GLOBEX, from: 0, to: 2, epoch: 1 }]);
      expect(await log.store.behind(EVERYWHERE, 10)).toEqual([ACME]);
      expect(await log.store.behind([bucketOf(GLOBEX)], 10)).toEqual([]);
      expect(await log.store.pages([{ tenant: ACME, max: 1 }], [bucketOf(GLOBEX)], 1_000)).toEqual([]);
    });

  });

  describe('a rewind', () => {
    it('sets marks back, never on, and says which', async () => {
      await log.store.advance([{ tenant: ACME, from: 0, to: 9, epoch: 1 }, { tenant: GLOBEX, from: 0, to: 3, epoch: 1 }]);
      expect(await log.store.rewind([{ tenant: ACME, position: 4 }, { tenant: GLOBEX, position: 8 }, { tenant: INITECH, position: 8 }])).toEqual([{ tenant: ACME, from: 9, to: 4 }]);
      expect([await log.markOf(ACME), await log.markOf(GLOBEX), await log.markOf(INITECH)]).toEqual([4, 3, 0]);
    });

    it('fences whoever was publishing, also where the mark stood right already', async () => {
      const { held: had } = await log.store.tend('one', LONG);
      const epoch = (tenant: typeof ACME) => had.find(({ bucket }) => bucket === bucketOf(tenant))!.epoch;
      await log.store.advance([{ tenant: ACME, from: 0, to: 4, epoch: epoch(ACME) }]);
      await log.store.rewind([{ tenant: ACME, position: 4 }, { tenant: INITECH, position: 9 }]);
      const moves = [{ tenant: ACME, from: 4, to: 9, epoch: epoch(ACME) }, { tenant: INITECH, from: 0, to: 9, epoch: epoch(INITECH) }];
      expect((await log.store.advance(moves)).moved).toEqual([]);
      const again = await log.store.tend('one', LONG);
      expect(again.held).toContainEqual({ bucket: bucketOf(ACME), epoch: epoch(ACME) + 2 });
      expect((await log.store.advance(moves.map((move) => ({ ...move, epoch: move.epoch + 2 })))).moved.length).toBe(2);
    });
  });

  it('tells an operator what waits, where, and for how long', async () => {
    await log.append(ACME, 3);
    await log.append(GLOBEX, 2);
    await log.store.tend('one', LONG);
    await log.store.release('one', [bucketOf(GLOBEX)]);
    await log.store.advance([{ tenant: ACME, from: 0, to: 1, epoch: 1 }]);
    const status = await log.store.status();
    expect(status.map(({ bucket }) => bucket)).toEqual(EVERYWHERE);
    expect(status[bucketOf(ACME)]).toEqual({ bucket: bucketOf(ACME), owner: 'one', epoch: 1, tenantsBehind: 1, eventsBehind: 2, oldestUnpublishedSeconds: expect.any(Number) });
    expect(status[bucketOf(GLOBEX)]).toMatchObject({ owner: null, tenantsBehind: 1, eventsBehind: 2 });
    expect(status.filter(({ tenantsBehind }) => tenantsBehind === 0).every(({ oldestUnpublishedSeconds }) => oldestUnpublishedSeconds === null)).toBe(true);
  });
};
