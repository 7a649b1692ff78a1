import { PostgresWakeups } from '@vouchsafe/event-store';
import { readLogRecord } from '../log-record.js';
import { RealPace } from './pace.js';
import { firsts, gated, until, upTo, witness } from './relay.fixtures.js';
import { ACME, GLOBEX, relaysOfASpec, TENANTS } from './relays-of-a-spec.fixtures.js';

jest.setTimeout(120_000);
const spec = relaysOfASpec();

it('publishes every log in order, whole, once, many tenants in one call', async () => {
  for (let round = 0; round < 4; round += 1) for (const tenant of TENANTS) await spec.log.append(tenant, 30, { round, of: tenant });
  const { told, watch } = witness();
  spec.running({ watch });
  await spec.marksStandAt(120, 120, 120, 120, 120);
  for (const tenant of TENANTS) expect(spec.topic.positionsOf(tenant)).toEqual(upTo(120));
  expect(new Set(spec.topic.calls[0]!.map(({ key }) => Buffer.from(key).toString())).size).toBe(5);
  await until('it to be told', () => told.published === 600);
  expect(told).toMatchObject({ unknown: [], troubles: [], holes: [] });
  expect(told.ages.every((age) => age >= 0 && age < 600)).toBe(true);
  const stored = await spec.log.events.readProven(ACME, { after: 0, max: 200 });
  const arrived = spec.topic.records.map((record) => readLogRecord(record)).flatMap((record) => (record.kind === 'event' && record.tenant === ACME ? [record.event] : []));
  expect(arrived).toEqual(stored);
});

it('sends no more than a thousand records of a partition in one call, and nobody waits for a large log', async () => {
  for (let at = 0; at < 5; at += 1) await spec.log.append(ACME, 700);
  await spec.log.append(GLOBEX, 3);
  spec.running();
  await spec.marksStandAt(3_500, 3);
  const most = (records: readonly { partition: number }[]) => Math.max(...[...new Set(records.map(({ partition }) => partition))].map((partition) => records.filter((record) => record.partition === partition).length));
  expect(spec.topic.calls.map(most)).toEqual([1_000, 1_000, 1_000, 500]);
  expect(spec.topic.calls[0]!.some(({ key }) => Buffer.from(key).toString() === GLOBEX)).toBe(true);
  expect(spec.topic.positionsOf(ACME)).toEqual(upTo(3_500));
});

it('reads a long log page after page, without a look at all the others in between', async () => {
  for (let at = 0; at < 3; at += 1) await spec.log.append(ACME, 1_000);
  const calls: string[] = [];
  const store = gated(spec.log.store, async (call, way) => { if (way === 'in' && (call === 'behind' || call === 'pages')) calls.push(call); });
  const pace = new RealPace();
  spec.running({ pace: { now: () => 0, sleep: (milliseconds, signal) => pace.sleep(milliseconds, signal) } }, store); // looks are due by time, and here none passes
  await spec.marksStandAt(3_000);
  expect(calls.slice(calls.indexOf('pages') - 1).slice(0, 4)).toEqual(['behind', 'pages', 'pages', 'pages']);
});

it('sends what is appended while it runs, also where nobody wakes it', async () => {
  spec.running();
  for (let at = 1; at <= 3; at += 1) {
    await spec.log.append(ACME, 1);
    await spec.marksStandAt(at);
  }
  expect(spec.topic.positionsOf(ACME)).toEqual([1, 2, 3]);
});

it('hears of news over a side connection of its own login', async () => {
  const heard = await PostgresWakeups.open(spec.log.relayDatabase);
  const told = await PostgresWakeups.open(spec.log.database);
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

it('waits for a broker that is away, longer each time, with the marks where they are; then goes on', async () => {
  await spec.log.append(ACME, 3);
  let isAway = true;
  spec.topic.fate = ({ length }) => (isAway ? { keeps: spec.topic.calls.length === 2 ? 2 : 0, says: 'refused' } : { keeps: length, says: 'acknowledged' });
  const { told, watch } = witness();
  const relay = spec.running({ watch, random: () => 1 });
  await until('it to have tried four times', () => told.troubles.length >= 4);
  await spec.log.append(ACME, 2); // the log does not mind
  relay.wake(ACME); // and news are no reason to hurry
  expect(relay.state.trouble).toBe('the broker is away');
  expect(told.troubles.slice(0, 4)).toEqual([100, 200, 400, 800].map((again) => ({ doing: 'relaying', again, why: 'the broker is away' })));
  expect(await spec.log.markOf(ACME)).toBe(0);
  isAway = false;
  await spec.marksStandAt(5);
  expect(spec.topic.positionsOf(ACME)).toEqual([1, 2, ...upTo(5)]); // two were kept by a call that was refused
  await until('it to be well', () => relay.state.trouble === undefined);
});

it('never waits longer than five seconds between two tries', async () => {
  await spec.log.append(ACME, 1);
  spec.topic.fate = () => ({ keeps: 0, says: 'refused' });
  const { told, watch } = witness();
  const random = 0.3;
  spec.running({ watch, random: () => random, pace: { now: () => performance.now(), sleep: (_milliseconds, signal) => new Promise((resolve) => { setTimeout(resolve, 5); signal.addEventListener('abort', () => resolve()); }) }, patience: 600_000 });
  // Sleeping hardly at all it would also find its patience at an end: that too is a failure, and the pauses are the same.
  await until('it to have tried ten times', () => told.troubles.length >= 10);
  expect(told.troubles.slice(0, 10).map(({ again }) => again)).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000].map((longest) => Math.round(longest * 0.65)));
});

it('does not wait for ever for a broker that says nothing, and goes on over a new connection', async () => {
  await spec.log.append(ACME, 3);
  spec.topic.fate = ({ length }) => (spec.topic.opened === 1 ? { keeps: length, says: 'nothing' } : { keeps: length, says: 'acknowledged' });
  const { told, watch } = witness();
  spec.running({ watch, patience: 150 });
  await spec.marksStandAt(3);
  expect(told.troubles[0]).toMatchObject({ doing: 'relaying', why: 'Publishing took longer than 150 ms.' });
  expect(told.unknown[0]).toBe('3 not acknowledged');
  expect(spec.topic.opened).toBeGreaterThan(1);
  expect(firsts(spec.topic.positionsOf(ACME))).toEqual([1, 2, 3]);
});

it('publishes nothing beyond a hole in a log, and says where it is; the other logs go on', async () => {
  await spec.log.append(ACME, 5);
  await spec.log.append(GLOBEX, 5);
  await spec.log.admin.query(`BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM log.event WHERE tenant_id = '${ACME}' AND position = 3; COMMIT`);
  const { told, watch } = witness();
  spec.running({ watch });
  await spec.marksStandAt(2, 5);
  await until('the hole to be told', () => told.holes.length > 0);
  expect(new Set(told.holes)).toEqual(new Set([3]));
  expect(spec.topic.positionsOf(ACME)).toEqual([1, 2]);
});

it('sends the coordinates of what is too large to travel', async () => {
  await spec.log.append(ACME, 2, { text: 'x'.repeat(300_000) });
  spec.running();
  await spec.marksStandAt(2);
  expect(spec.topic.records.map((record) => readLogRecord(record).kind)).toEqual(['claim', 'claim']);
});

it('goes on after the database was away', async () => {
  await spec.log.append(ACME, 2);
  let isAway = true;
  const { told, watch } = witness();
  const relay = spec.running({ watch, lease: 300 }, gated(spec.log.store, async () => { if (isAway) throw new Error('the database is away'); }));
  await until('it to notice', () => told.troubles.some(({ doing }) => doing === 'leases'));
  expect(relay.state).toMatchObject({ buckets: 0, trouble: 'the database is away' });
  isAway = false;
  await spec.marksStandAt(2);
  await until('it to be well', () => relay.state.trouble === undefined);
});
