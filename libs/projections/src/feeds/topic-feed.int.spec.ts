// Long: every row of the table of what a feed does with a record, told on one stage.
import { aTenant } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { LOG_TOPIC, MemoryBroker, MemoryLogTransport, partitionOf, type OutRecord } from '@vouchsafe/messaging';
import { currentBuilds } from '../runner/builds.js';
import { beginRebuild } from '../schema/prepare-read-models.js';
import { tally } from '../tally.fixtures.js';
import { freshReadModels, rowTexts, type FreshReadModels } from '../testing.js';
import { anotherHistory, TopicWorld, until } from './topic-feed.fixtures.js';

jest.setTimeout(240_000);

const [ACME, GLOBEX, STRANGER] = [aTenant(1), aTenant(2), aTenant(99)];
const ONE = { ...LOG_TOPIC, partitions: 1 }; // all tenants are neighbours in it
let models: FreshReadModels;
let world: TopicWorld;
let broker: MemoryBroker;
let transport: MemoryLogTransport;
/** What the fold of each tenant meets first; a spec puts trouble here. */
let around: (tenant: TenantId, positions: readonly number[], backend: () => Promise<number>) => Promise<void> | void;
/** Lets go of every fold that a spec stopped in the middle. */
let thaw: () => void;
let ice: Promise<void>;
const backendOf = async (tables: unknown) => (await (tables as { tx: { query(text: string): Promise<{ rows: { pid: number }[] }> } }).tx.query('SELECT pg_backend_pid() AS pid')).rows[0]!.pid;
const projection = tally({ around: async (events, tables) => around(tables.tenant, events.map(({ position }) => position), () => backendOf(tables)) });

beforeEach(async () => {
  around = () => {};
  ice = new Promise((resolve) => { thaw = resolve; });
  models = await freshReadModels([projection]);
  for (const tenant of [ACME, GLOBEX]) await models.store.openLog(tenant);
  broker = new MemoryBroker();
  broker.ensureTopic(ONE);
  transport = new MemoryLogTransport(broker);
  world = new TopicWorld(models, projection, ONE);
});
afterEach(async () => {
  thaw();
  await world.close();
  await models?.close();
});

const publish = async (...records: (OutRecord | OutRecord[])[]) => transport.publish(records.flat());
const corrupted = (record: OutRecord | undefined, change: (value: string) => string): OutRecord => ({ ...record!, value: Buffer.from(change(Buffer.from(record!.value).toString())) });
const isLive = async () => (await currentBuilds(models.database, [projection])).every(({ state }) => state === 'LIVE');
/** A runner that has seen the logs as they are and waits for news over the topic. */
const waiting = async (options: NonNullable<Parameters<TopicWorld['running']>[1]> = {}) => {
  const runner = await world.running(transport, options);
  await until(async () => (await isLive()) && world.isFolded(ACME, GLOBEX));
  world.reads.length = 0;
  return runner;
};

describe('what the topic brings', () => {
  it('is folded without a look into the log', async () => {
    await waiting();
    await world.count(ACME, 1, 2, 3);
    await world.count(GLOBEX, 10);
    await publish(await world.records(ACME, 1, 2), await world.records(GLOBEX, 1, 1), await world.records(ACME, 3, 3));
    await until(() => world.isFolded(ACME, GLOBEX));
    expect([await world.total(ACME), await world.total(GLOBEX), world.reads, world.seen]).toEqual([6, 10, [], []]);
  });

  it('may come twice, overlapping and in disorder', async () => {
    await waiting();
    await world.count(ACME, 1, 2, 3, 4, 5);
    const [one, two, three, four, five] = await world.records(ACME, 1, 5);
    await publish(two!, one!, one!);
    await until(async () => (await world.status(ACME)).position === 2);
    await publish(one!, two!);
    await publish(two!, four!, three!, three!, five!);
    await until(() => world.isFolded(ACME));
    await until(() => world.tally('duplicates') >= 5); // more, where the first of a pair in disorder came alone and had its neighbour read from the log
    expect([await world.total(ACME), world.refused()]).toEqual([15, []]);
  });

  it('is completed from the log where it has gaps', async () => {
    await waiting();
    await world.count(ACME, 1, 2, 3, 4, 5, 6);
    await publish(await world.records(ACME, 3, 3), await world.records(ACME, 6, 6));
    await until(() => world.isFolded(ACME));
    expect([await world.total(ACME), world.reads.map(({ after }) => after), world.refused()]).toEqual([21, [0, 3], []]);
  });

  it.each<[string, (good: OutRecord) => OutRecord, RegExp]>([
    ['is cut off', (good) => corrupted(good, (value) => value.slice(0, -20)), /-: Its value is no JSON of ours/],
    ['is empty', (good) => ({ ...good, value: new Uint8Array() }), /-: /],
    ['is no text', (good) => ({ ...good, value: Buffer.from([0xff, 0xfe, 0x00]) }), /-: /],
    ['is another thing', (good) => ({ ...good, value: Buffer.from('{"hello":"world"}') }), /-: Its value is no event/],
    ['says something else', (good) => corrupted(good, (value) => value.replace('"by":2', '"by":2000')), /2: It does not follow/],
    ['says when, otherwise', (good) => corrupted(good, (value) => value.replace('2026-03-01', '2026-03-02')), /2: It does not follow/],
    ['speaks for another tenant', (good) => corrupted(good, (value) => value.replaceAll(ACME, GLOBEX)), /-: Its key names one tenant/],
  ])('is ignored where it %s, and the log is read instead', async (_what, change, reason) => {
    await waiting();
    await world.count(ACME, 1, 2, 3);
    const [one, two, three] = await world.records(ACME, 1, 3);
    await publish(one!, change(two!), three!);
    await until(() => world.isFolded(ACME));
    expect([await world.total(ACME), await world.total(GLOBEX)]).toEqual([6, undefined]);
    expect(world.refused().join()).toMatch(reason);
  });

  it('is ignored where it comes of a history that the log lost', async () => {
    await waiting();
    for (const by of [1, 2]) await world.count(ACME, by);
    await publish(await world.records(ACME, 1, 2));
    await until(() => world.isFolded(ACME));
    const lost = (await anotherHistory(ACME, await models.store.readProven(ACME, { after: 0, max: 2 }), 1_000, 1_000)).slice(2);
    await publish(lost.slice(0, 1).map((event) => world.recordOf(event))); // follows from what is folded, but the log does not have it
    await until(() => world.refused().length > 0);
    await world.count(ACME, 3);
    await world.count(ACME, 4);
    await publish(lost.map((event) => world.recordOf(event)), await world.records(ACME, 3, 4));
    await until(() => world.isFolded(ACME));
    expect(await world.total(ACME)).toBe(10);
  });

  it('about a tenant without a log is said once, and touches nobody', async () => {
    await waiting();
    await world.count(ACME, 1, 2);
    const [one, two] = await world.records(ACME, 1, 2);
    const strange = { ...corrupted(one, (value) => value.replaceAll(ACME, STRANGER)), key: Buffer.from(STRANGER) };
    await publish(strange, { ...one!, key: Buffer.from('nobody') }, strange, one!, strange);
    await publish(strange, two!);
    await until(() => world.isFolded(ACME));
    expect(world.seen.filter(({ what }) => what === 'no such log')).toEqual([{ what: 'no such log', tenant: STRANGER }]);
    expect((await models.admin.query('SELECT FROM read.position WHERE tenant_id = $1', [STRANGER])).rowCount).toBe(0);
  });

  it('is held to be folded only after it is', async () => {
    await waiting();
    around = () => ice;
    await world.count(ACME, 1);
    await publish(await world.records(ACME, 1, 1));
    await until(async () => (await models.admin.query(`SELECT FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation WHERE c.relname = 'position' AND l.mode = 'RowExclusiveLock'`)).rowCount! > 0);
    expect(await transport.lag('g')).toEqual([{ topic: ONE.topic, partition: 0, records: 1 }]);
    thaw();
    await until(async () => (await transport.lag('g'))[0]!.records === 0);
    expect(await world.total(ACME)).toBe(1);
  });
});

describe('a tenant', () => {
  it('whose record was lost is found by the sweep', async () => {
    await waiting({ feed: { sweep: 200 } });
    await world.count(ACME, 1, 2);
    await until(() => world.isFolded(ACME));
    expect([await world.total(ACME), world.reads.length > 0]).toEqual([3, true]);
  });

  it('is read from the log before the topic ever said its name', async () => {
    await world.count(ACME, 1, 2);
    await world.running(transport);
    await until(() => world.isFolded(ACME));
    await until(isLive);
    expect(await world.total(ACME)).toBe(3);
  });

  it('that is far behind leaves the topic, and comes back to it', async () => {
    await waiting({ feed: { farBehind: 100 } });
    await world.count(ACME, ...Array.from({ length: 150 }, () => 1));
    await publish(await world.records(ACME, 150, 150));
    await until(() => world.isFolded(ACME));
    expect(world.reads[0]).toEqual({ tenant: ACME, after: 0 });
    expect(world.tally('healed')).toBe(0); // it was not a gap that somebody filled
    await until(async () => (await transport.lag('g'))[0]!.records === 0);
    world.reads.length = 0;
    await world.count(ACME, 1);
    await publish(await world.records(ACME, 151, 151));
    await until(() => world.isFolded(ACME));
    expect([await world.total(ACME), world.reads]).toEqual([151, []]);
  });

  it('whose fold hangs holds up no neighbour in its partition for long', async () => {
    await waiting({ feed: { patience: 50 } });
    around = (tenant) => (tenant === ACME ? ice : undefined);
    await world.count(ACME, 1, 2, 3);
    await publish((await world.records(ACME, 1, 1)));
    for (let by = 1; by <= 3; by += 1) {
      await world.count(GLOBEX, by);
      await publish(await world.records(ACME, by, by), await world.records(GLOBEX, by, by));
    }
    await until(() => world.isFolded(GLOBEX));
    expect([await world.total(GLOBEX), (await world.status(ACME)).position]).toEqual([6, 0]);
    thaw();
    await until(() => world.isFolded(ACME));
    expect(await world.total(ACME)).toBe(6);
  });

  it('with an event that cannot be folded is parked alone, says where and why, and goes on by itself once it is mended', async () => {
    await waiting();
    let isBroken = true;
    around = (tenant, positions) => { if (isBroken && tenant === ACME && positions.includes(3)) throw new TypeError('no such thing'); };
    await world.count(ACME, 1, 2, 3, 4);
    await publish(await world.records(ACME, 1, 4));
    await world.count(GLOBEX, 7);
    await publish(await world.records(GLOBEX, 1, 1));
    await until(async () => (await world.status(ACME)).state === 'PARKED' && (await world.isFolded(GLOBEX)));
    expect(await world.status(ACME)).toMatchObject({ position: 2, head: 4, reason: 'TypeError: no such thing' });
    expect((await models.admin.query('SELECT parked_at::int AS at FROM read.position WHERE tenant_id = $1', [ACME])).rows).toEqual([{ at: 3 }]);
    isBroken = false;
    await until(() => world.isFolded(ACME));
    expect([await world.total(ACME), (await world.status(ACME)).reason]).toEqual([10, null]);
  });

  it('meets a fault that passes, and needs no second record', async () => {
    await waiting();
    let left = 2;
    around = () => { if ((left -= 1) >= 0) throw Object.assign(new Error('a victim'), { code: '40001' }); };
    await world.count(ACME, 1, 2);
    await publish(await world.records(ACME, 1, 2));
    await until(() => world.isFolded(ACME));
    expect([await world.total(ACME), left < 0]).toEqual([3, true]);
  });
});

describe('a broker', () => {
  it('that is away costs latency, and comes back', async () => {
    await waiting({ feed: { sweep: 100 } });
    broker.stop();
    await world.count(ACME, 1, 2);
    await until(() => world.isFolded(ACME));
    broker.start();
    await world.count(ACME, 3);
    await publish(await world.records(ACME, 1, 3));
    await until(() => world.isFolded(ACME));
    await until(() => world.tally('duplicates') > 0);
    expect(await world.total(ACME)).toBe(6);
  });

  it('that is away from the beginning is asked again and again, and the logs are read meanwhile', async () => {
    broker.stop();
    await world.count(ACME, 1, 2);
    await world.running(transport, { feed: { sweep: 50 } });
    await until(() => world.isFolded(ACME));
    expect(world.seen).toEqual([{ what: 'not subscribed', reason: 'The broker is down.' }]); // once
    broker.start();
    await until(async () => (await transport.lag('g')).length > 0);
    await world.count(ACME, 3);
    await publish(await world.records(ACME, 3, 3));
    await until(() => world.isFolded(ACME));
    expect(await world.total(ACME)).toBe(6);
  });

  it('may lose the topic: it is read anew, and nothing is folded twice', async () => {
    await waiting();
    await world.count(ACME, 1, 2);
    await publish(await world.records(ACME, 1, 2));
    await until(() => world.isFolded(ACME));
    broker.deleteTopic(ONE.topic);
    broker.ensureTopic(ONE);
    await world.count(ACME, 3);
    await publish(await world.records(ACME, 1, 3));
    await until(() => world.isFolded(ACME));
    expect(await world.total(ACME)).toBe(6);
  });
});

describe('several runners of one group', () => {
  const SPREAD = { ...LOG_TOPIC, partitions: 8 };
  const tenants = Array.from({ length: 8 }, (_, n) => aTenant(n + 1));
  const sum = (to: number) => (to * (to + 1)) / 2;

  beforeEach(async () => {
    for (const tenant of tenants) await models.store.openLog(tenant);
    broker = new MemoryBroker();
    broker.ensureTopic(SPREAD);
    transport = new MemoryLogTransport(broker);
    world = new TopicWorld(models, projection, SPREAD);
  });

  it('share the work, and fold nothing twice while they come and go', async () => {
    expect(new Set(tenants.map((tenant) => partitionOf(tenant, SPREAD.partitions))).size).toBeGreaterThan(2);
    const join = async () => {
      const applied = { batches: 0 };
      const runner = await world.running(new MemoryLogTransport(broker), { crashPoints: { passing: (point) => { if (point === 'projection.committed') applied.batches += 1; } } });
      return { runner, applied };
    };
    const [first, second] = [await join(), await join()];
    await until(isLive);
    const write = async (from: number, to: number) => {
      for (let by = from; by <= to; by += 1) {
        for (const tenant of tenants) {
          await world.count(tenant, by);
          await publish(await world.records(tenant, by, by));
        }
      }
    };
    await write(1, 10);
    const third = await join();
    await write(11, 20);
    await world.stop(first.runner);
    await write(21, 30);
    await until(() => world.isFolded(...tenants));
    expect(await Promise.all(tenants.map((tenant) => world.total(tenant)))).toEqual(tenants.map(() => sum(30)));
    expect(Math.min(first.applied.batches, second.applied.batches, third.applied.batches)).toBeGreaterThan(0);
  });

  it('fence one that slept while its partitions went to another', async () => {
    const moving = tenants.find((tenant) => partitionOf(tenant, SPREAD.partitions) % 3 !== 0)!; // of three members the first keeps every third
    const asleep = await world.running(new MemoryLogTransport(broker, { patience: 10 }));
    await until(isLive);
    let backend: number | undefined;
    around = async (_tenant, _positions, ask) => {
      if (backend !== undefined) return;
      backend = await ask();
      await ice;
    };
    await world.count(moving, 1, 2);
    await publish(await world.records(moving, 1, 2));
    await until(() => backend !== undefined);
    await models.admin.query('SELECT pg_terminate_backend($1, 1000)', [backend]); // as the bound of idle transactions does
    await world.running(new MemoryLogTransport(broker));
    await world.running(new MemoryLogTransport(broker));
    await until(() => world.isFolded(moving));
    thaw();
    await world.count(moving, 3);
    await publish(await world.records(moving, 3, 3));
    await until(() => world.isFolded(moving));
    expect(await world.total(moving)).toBe(6);
    await world.stop(asleep);
    expect(await world.total(moving)).toBe(6);
  });

  it('rebuild together, and switch once all of them are there', async () => {
    await world.running(new MemoryLogTransport(broker), { batch: 7 });
    await world.running(new MemoryLogTransport(broker), { batch: 7 });
    for (const tenant of tenants) await world.count(tenant, ...Array.from({ length: 40 }, (_, n) => n));
    for (const tenant of tenants) await publish(await world.records(tenant, 1, 40));
    await until(() => world.isFolded(...tenants));
    await until(isLive);
    const before = await Promise.all(tenants.map((tenant) => rowTexts(models.admin, tenant, 'read.tally_v1')));
    expect(await beginRebuild(models.url, projection)).toBe(true);
    await until(async () => (await currentBuilds(models.database, [projection])).every(({ state, build }) => state === 'LIVE' && build === 2));
    expect(await Promise.all(tenants.map((tenant) => rowTexts(models.admin, tenant, 'read.tally_v1')))).toEqual(before);
  });

  it('take over from a member that holds partitions and does nothing', async () => {
    await transport.subscribe('g', [SPREAD.topic], { records: async () => {} });
    await world.running(new MemoryLogTransport(broker), { feed: { sweep: 20 } });
    for (const tenant of tenants) await world.count(tenant, 1, 2);
    for (const tenant of tenants) await publish(await world.records(tenant, 1, 2));
    await until(() => world.isFolded(...tenants));
    expect(await Promise.all(tenants.map((tenant) => world.total(tenant)))).toEqual(tenants.map(() => 3));
  });
});
