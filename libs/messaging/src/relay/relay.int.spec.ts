import { PostgresWakeups } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { readLogRecord } from '../log-record.js';
import { bucketOf } from './bucket.js';
import { RealPace } from './pace.js';
import { Relay, type RelayOptions } from './relay.js';
import type { RelayStore } from './relay-store.js';
import { firsts, freshRelayLog, Gate, gated, SpecTopic, until, upTo, witness, type FreshRelayLog } from './relay.fixtures.js';

jest.setTimeout(120_000);
const TENANTS = [1, 2, 3, 4, 5].map(aTenant);
const [ACME, GLOBEX] = [TENANTS[0]!, TENANTS[1]!];
let log: FreshRelayLog;
let topic: SpecTopic;
let relays: Relay[];
let gates: Gate[];
beforeAll(async () => { log = await freshRelayLog(); });
beforeEach(async () => {
  await log.reset();
  topic = new SpecTopic();
  relays = [];
  gates = [];
  for (const tenant of TENANTS) await log.events.openLog(tenant);
});
afterEach(async () => {
  for (const gate of gates) gate.release();
  for (const relay of relays) await relay.stop();
});
afterAll(() => log?.close());

let names = 0;
const running = (options: Partial<RelayOptions> = {}, store: RelayStore = log.store) => {
  const relay = new Relay(store, { owner: `relay-${(names += 1)}`, open: topic.open, ...options });
  relays.push(relay);
  relay.start();
  return relay;
};
const marksStandAt = (...heads: number[]) => until(`the marks to stand at ${heads.join(', ')}`, async () => {
  const marks = await log.marks();
  return heads.every((head, index) => (marks.get(TENANTS[index]!) ?? 0) === head);
});
const shares = async (): Promise<number[]> => {
  const counts = new Map<string, number>();
  for (const { owner } of await log.leases()) if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
};
/** A process that can be stopped and continued: nothing of it moves while its gate is shut, its publishing included. */
const freezable = () => {
  const gate = new Gate();
  gates.push(gate);
  return { gate, store: gated(log.store, gate.pass) };
};

it('publishes every log in order, whole, once, many tenants in one call', async () => {
  for (let round = 0; round < 4; round += 1) for (const tenant of TENANTS) await log.append(tenant, 30, { round, of: tenant });
  const { told, watch } = witness();
  running({ watch });
  await marksStandAt(120, 120, 120, 120, 120);
  for (const tenant of TENANTS) expect(topic.positionsOf(tenant)).toEqual(upTo(120));
  expect(new Set(topic.calls[0]!.map(({ key }) => Buffer.from(key).toString())).size).toBe(5);
  await until('it to be told', () => told.published === 600);
  expect(told).toMatchObject({ unknown: [], troubles: [], holes: [] });
  expect(told.ages.every((age) => age >= 0 && age < 600)).toBe(true);
  const stored = await log.events.readProven(ACME, { after: 0, max: 200 });
  const arrived = topic.records.map((record) => readLogRecord(record)).flatMap((record) => (record.kind === 'event' && record.tenant === ACME ? [record.event] : []));
  expect(arrived).toEqual(stored);
});

it('sends no more than a thousand records of a partition in one call, and nobody waits for a large log', async () => {
  for (let at = 0; at < 5; at += 1) await log.append(ACME, 700);
  await log.append(GLOBEX, 3);
  running();
  await marksStandAt(3_500, 3);
  const most = (records: readonly { partition: number }[]) => Math.max(...[...new Set(records.map(({ partition }) => partition))].map((partition) => records.filter((record) => record.partition === partition).length));
  expect(topic.calls.map(most)).toEqual([1_000, 1_000, 1_000, 500]);
  expect(topic.calls[0]!.some(({ key }) => Buffer.from(key).toString() === GLOBEX)).toBe(true);
  expect(topic.positionsOf(ACME)).toEqual(upTo(3_500));
});

it('reads a long log page after page, without a look at all the others in between', async () => {
  for (let at = 0; at < 3; at += 1) await log.append(ACME, 1_000);
  const calls: string[] = [];
  const store = gated(log.store, async (call, way) => { if (way === 'in' && (call === 'behind' || call === 'pages')) calls.push(call); });
  const pace = new RealPace();
  running({ pace: { now: () => 0, sleep: (milliseconds, signal) => pace.sleep(milliseconds, signal) } }, store); // looks are due by time, and here none passes
  await marksStandAt(3_000);
  expect(calls.slice(calls.indexOf('pages') - 1).slice(0, 4)).toEqual(['behind', 'pages', 'pages', 'pages']);
});

it('sends what is appended while it runs, also where nobody wakes it', async () => {
  running();
  for (let at = 1; at <= 3; at += 1) {
    await log.append(ACME, 1);
    await marksStandAt(at);
  }
  expect(topic.positionsOf(ACME)).toEqual([1, 2, 3]);
});

it('hears of news over a side connection of its own login', async () => {
  const heard = await PostgresWakeups.open(log.relayDatabase);
  const told = await PostgresWakeups.open(log.database);
  try {
    const tenants: string[] = [];
    heard.subscribe((tenant) => tenants.push(tenant));
    told.announce(ACME);
    await until('the news', () => tenants.includes(ACME));
  } finally {
    await heard.close();
    await told.close();
  }
});

it('sends again what it sent before it died, and skips nothing', async () => {
  await log.append(ACME, 5);
  const { gate, store } = freezable();
  const points: string[] = [];
  running({ lease: 900, crashPoints: { passing: (point) => { points.push(point); gate.shut(); } } }, store); // from here on, nothing of it ever happens
  await until('it to die between the two', () => points.length > 0);
  expect(points).toEqual(['relay.produced']);
  await log.append(ACME, 2);
  expect(await log.markOf(ACME)).toBe(0);
  running({ lease: 900 });
  await marksStandAt(7);
  expect(topic.positionsOf(ACME).slice(0, 10)).toEqual([...upTo(5), ...upTo(5)]);
  expect(firsts(topic.positionsOf(ACME))).toEqual(upTo(7));
});

it('finds its mark moved after it stood still beyond its lease, and lets go of the bucket', async () => {
  await log.append(ACME, 4);
  const { gate, store } = freezable();
  const { told, watch } = witness();
  let isSending = false;
  const frozen = running({ lease: 900, patience: 600_000, watch, open: async () => {
    const transport = await topic.open();
    const publish = transport.publish.bind(transport);
    transport.publish = async (records) => {
      if (!isSending) gate.shut();
      isSending = true;
      await gate.pass();
      await publish(records);
    };
    return transport;
  } }, store);
  await until('it to stand still while it sends', () => isSending);
  running({ lease: 900 });
  await log.append(ACME, 3);
  await marksStandAt(7);
  const before = topic.records.length;
  gate.release();
  await until('its old records to arrive behind the new ones', () => topic.records.length >= before + 4);
  await until('its mark to be refused', () => told.unknown.length > 0);
  expect(told.unknown).toContain('4 another relay was at work');
  expect(await log.markOf(ACME)).toBe(7);
  expect(topic.positionsOf(ACME).slice(before, before + 4)).toEqual([1, 2, 3, 4]);
  expect(firsts(topic.positionsOf(ACME))).toEqual(upTo(7));
  await log.append(ACME, 2);
  await marksStandAt(9);
  await until('the two to share again', async () => frozen.state.buckets === 32 && (await shares()).join() === '32,32');
  expect(firsts(topic.positionsOf(ACME))).toEqual(upTo(9));
});

it('shares the buckets fairly as relays come and go', async () => {
  const shared = (...sizes: number[]) => until(`shares of ${sizes.join(', ')}`, async () => (await shares()).join() === sizes.join());
  const options = { lease: 3_000 };
  running(options);
  await shared(64);
  running(options);
  await shared(32, 32);
  const third = running(options);
  await until('three shares of at most 22', async () => { const sizes = await shares(); return sizes.length === 3 && Math.max(...sizes) <= 22 && sizes.reduce((sum, size) => sum + size) === 64; });
  await third.stop();
  await shared(32, 32);
  for (const tenant of TENANTS) await log.append(tenant, 10);
  await marksStandAt(10, 10, 10, 10, 10);
  for (const tenant of TENANTS) expect(firsts(topic.positionsOf(tenant))).toEqual(upTo(10));
});

it('gives everything back when it leaves, and not in the middle of a round', async () => {
  const gate = new Gate();
  gates.push(gate);
  gate.shut();
  topic.fate = async ({ length }) => {
    await gate.pass();
    return { keeps: length, says: 'acknowledged' };
  };
  await log.append(ACME, 3);
  const relay = running({ patience: 600_000 });
  await until('it to be sending', () => topic.calls.length === 1);
  const stopped = relay.stop();
  gate.release();
  await stopped;
  expect(await log.markOf(ACME)).toBe(3);
  expect(await log.leases()).toEqual([]);
  expect((await log.admin.query('SELECT FROM relay.member')).rowCount).toBe(0);
});

it('waits for a broker that is away, longer each time, with the marks where they are; then goes on', async () => {
  await log.append(ACME, 3);
  let isAway = true;
  topic.fate = ({ length }) => (isAway ? { keeps: topic.calls.length === 2 ? 2 : 0, says: 'refused' } : { keeps: length, says: 'acknowledged' });
  const { told, watch } = witness();
  const relay = running({ watch, random: () => 1 });
  await until('it to have tried four times', () => told.troubles.length >= 4);
  await log.append(ACME, 2); // the log does not mind
  relay.wake(ACME); // and news are no reason to hurry
  expect(relay.state.trouble).toBe('the broker is away');
  expect(told.troubles.slice(0, 4)).toEqual([100, 200, 400, 800].map((again) => ({ doing: 'relaying', again, why: 'the broker is away' })));
  expect(await log.markOf(ACME)).toBe(0);
  isAway = false;
  await marksStandAt(5);
  expect(topic.positionsOf(ACME)).toEqual([1, 2, ...upTo(5)]); // two were kept by a call that was refused
  await until('it to be well', () => relay.state.trouble === undefined);
});

it('never waits longer than five seconds between two tries', async () => {
  await log.append(ACME, 1);
  topic.fate = () => ({ keeps: 0, says: 'refused' });
  const { told, watch } = witness();
  const random = 0.3;
  running({ watch, random: () => random, pace: { now: () => performance.now(), sleep: (_milliseconds, signal) => new Promise((resolve) => { setTimeout(resolve, 5); signal.addEventListener('abort', () => resolve()); }) }, patience: 600_000 });
  // Sleeping hardly at all it would also find its patience at an end: that too is a failure, and the pauses are the same.
  await until('it to have tried ten times', () => told.troubles.length >= 10);
  expect(told.troubles.slice(0, 10).map(({ again }) => again)).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000].map((longest) => Math.round(longest * 0.65)));
});

it('does not wait for ever for a broker that says nothing, and goes on over a new connection', async () => {
  await log.append(ACME, 3);
  topic.fate = ({ length }) => (topic.opened === 1 ? { keeps: length, says: 'nothing' } : { keeps: length, says: 'acknowledged' });
  const { told, watch } = witness();
  running({ watch, patience: 150 });
  await marksStandAt(3);
  expect(told.troubles[0]).toMatchObject({ doing: 'relaying', why: 'Publishing took longer than 150 ms.' });
  expect(told.unknown[0]).toBe('3 not acknowledged');
  expect(topic.opened).toBeGreaterThan(1);
  expect(firsts(topic.positionsOf(ACME))).toEqual([1, 2, 3]);
});

it('sends a log again from where an operator set it back, and what was under way at that moment moves nothing', async () => {
  await log.append(ACME, 6);
  await log.append(GLOBEX, 4);
  const gate = new Gate();
  gates.push(gate);
  const { told, watch } = witness();
  running({ patience: 600_000, watch });
  await marksStandAt(6, 4);
  topic.fate = async ({ length }) => {
    await gate.pass();
    return { keeps: length, says: 'acknowledged' };
  };
  gate.shut();
  const calls = topic.calls.length;
  await log.append(ACME, 2);
  await until('it to be sending', () => topic.calls.length > calls);
  expect(await log.store.rewind([{ tenant: ACME, position: 2 }])).toEqual([{ tenant: ACME, from: 6, to: 2 }]);
  topic.records.length = 0; // the topic was wiped
  gate.release();
  await marksStandAt(8, 4);
  expect(told.unknown).toContain('2 another relay was at work');
  expect(topic.positionsOf(ACME)).toEqual([7, 8, 3, 4, 5, 6, 7, 8]);
  expect(topic.positionsOf(GLOBEX)).toEqual([]);
});

it('sends again what was under way to a topic that was wiped, though the mark stood right and the bucket is its own again', async () => {
  await log.append(ACME, 3);
  const relay = running({ patience: 600_000, lease: 600 });
  await marksStandAt(3);
  const gate = new Gate();
  gates.push(gate);
  gate.shut();
  let calls = 0;
  topic.fate = async ({ length }) => {
    calls += 1;
    if (calls === 1) {
      topic.records.push(...topic.calls.at(-1)!); // taken; the answer is still on its way when the topic is wiped
      await gate.pass();
      return { keeps: 0, says: 'acknowledged' };
    }
    return { keeps: length, says: 'acknowledged' };
  };
  await log.append(ACME, 2);
  await until('it to be sending', () => topic.records.length === 5);
  topic.records.length = 0;
  expect(await log.store.rewind([{ tenant: ACME, position: 3 }])).toEqual([]);
  await until('it to hold the bucket again', async () => (await log.leases()).some(({ bucket, owner }) => bucket === bucketOf(ACME) && owner !== null) && relay.state.buckets === 64);
  gate.release();
  await marksStandAt(5);
  expect(topic.positionsOf(ACME)).toEqual([4, 5]);
});

it('publishes nothing beyond a hole in a log, and says where it is; the other logs go on', async () => {
  await log.append(ACME, 5);
  await log.append(GLOBEX, 5);
  await log.admin.query(`BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM log.event WHERE tenant_id = '${ACME}' AND position = 3; COMMIT`);
  const { told, watch } = witness();
  running({ watch });
  await marksStandAt(2, 5);
  await until('the hole to be told', () => told.holes.length > 0);
  expect(new Set(told.holes)).toEqual(new Set([3]));
  expect(topic.positionsOf(ACME)).toEqual([1, 2]);
});

it('sends the coordinates of what is too large to travel', async () => {
  await log.append(ACME, 2, { text: 'x'.repeat(300_000) });
  running();
  await marksStandAt(2);
  expect(topic.records.map((record) => readLogRecord(record).kind)).toEqual(['claim', 'claim']);
});

it('goes on after the database was away', async () => {
  await log.append(ACME, 2);
  let isAway = true;
  const { told, watch } = witness();
  const relay = running({ watch, lease: 300 }, gated(log.store, async () => { if (isAway) throw new Error('the database is away'); }));
  await until('it to notice', () => told.troubles.some(({ doing }) => doing === 'leases'));
  expect(relay.state).toMatchObject({ buckets: 0, trouble: 'the database is away' });
  isAway = false;
  await marksStandAt(2);
  await until('it to be well', () => relay.state.trouble === undefined);
});
