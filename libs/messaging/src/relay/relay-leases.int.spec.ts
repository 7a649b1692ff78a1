import { bucketOf } from './bucket.js';
import { firsts, until, upTo, witness } from './relay.fixtures.js';
import { ACME, GLOBEX, relaysOfASpec, TENANTS } from './relays-of-a-spec.fixtures.js';

jest.setTimeout(120_000);
const spec = relaysOfASpec();
const shares = async (): Promise<number[]> => {
  const counts = new Map<string, number>();
  for (const { owner } of await spec.log.leases()) if (owner) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
};

it('sends again what it sent before it died, and skips nothing', async () => {
  await spec.log.append(ACME, 5);
  const { gate, store } = spec.freezable();
  const points: string[] = [];
  spec.running({ lease: 900, crashPoints: { passing: (point) => { points.push(point); gate.shut(); } } }, store); // from here on, nothing of it ever happens
  await until('it to die between the two', () => points.length > 0);
  expect(points).toEqual(['relay.produced']);
  await spec.log.append(ACME, 2);
  expect(await spec.log.markOf(ACME)).toBe(0);
  spec.running({ lease: 900 });
  await spec.marksStandAt(7);
  expect(spec.topic.positionsOf(ACME).slice(0, 10)).toEqual([...upTo(5), ...upTo(5)]);
  expect(firsts(spec.topic.positionsOf(ACME))).toEqual(upTo(7));
});

it('finds its mark moved after it stood still beyond its lease, and lets go of the bucket', async () => {
  await spec.log.append(ACME, 4);
  const { gate, store } = spec.freezable();
  const { told, watch } = witness();
  let isSending = false;
  const frozen = spec.running({ lease: 900, patience: 600_000, watch, open: async () => {
    const transport = await spec.topic.open();
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
  spec.running({ lease: 900 });
  await spec.log.append(ACME, 3);
  await spec.marksStandAt(7);
  const before = spec.topic.records.length;
  gate.release();
  await until('its old records to arrive behind the new ones', () => spec.topic.records.length >= before + 4);
  await until('its mark to be refused', () => told.unknown.length > 0);
  expect(told.unknown).toContain('4 another relay was at work');
  expect(await spec.log.markOf(ACME)).toBe(7);
  expect(spec.topic.positionsOf(ACME).slice(before, before + 4)).toEqual([1, 2, 3, 4]);
  expect(firsts(spec.topic.positionsOf(ACME))).toEqual(upTo(7));
  await spec.log.append(ACME, 2);
  await spec.marksStandAt(9);
  await until('the two to share again', async () => frozen.state.buckets === 32 && (await shares()).join() === '32,32');
  expect(firsts(spec.topic.positionsOf(ACME))).toEqual(upTo(9));
});

it('shares the buckets fairly as relays come and go', async () => {
  const shared = (...sizes: number[]) => until(`shares of ${sizes.join(', ')}`, async () => (await shares()).join() === sizes.join());
  const options = { lease: 3_000 };
  spec.running(options);
  await shared(64);
  spec.running(options);
  await shared(32, 32);
  const third = spec.running(options);
  await until('three shares of at most 22', async () => { const sizes = await shares(); return sizes.length === 3 && Math.max(...sizes) <= 22 && sizes.reduce((sum, size) => sum + size) === 64; });
  await third.stop();
  await shared(32, 32);
  for (const tenant of TENANTS) await spec.log.append(tenant, 10);
  await spec.marksStandAt(10, 10, 10, 10, 10);
  for (const tenant of TENANTS) expect(firsts(spec.topic.positionsOf(tenant))).toEqual(upTo(10));
});

it('gives everything back when it leaves, and not in the middle of a round', async () => {
  const gate = spec.aGate();
  gate.shut();
  spec.topic.fate = async ({ length }) => {
    await gate.pass();
    return { keeps: length, says: 'acknowledged' };
  };
  await spec.log.append(ACME, 3);
  const relay = spec.running({ patience: 600_000 });
  await until('it to be sending', () => spec.topic.calls.length === 1);
  const stopped = relay.stop();
  gate.release();
  await stopped;
  expect(await spec.log.markOf(ACME)).toBe(3);
  expect(await spec.log.leases()).toEqual([]);
  expect((await spec.log.admin.query('SELECT FROM relay.member')).rowCount).toBe(0);
});

it('sends a log again from where an operator set it back, and what was under way at that moment moves nothing', async () => {
  await spec.log.append(ACME, 6);
  await spec.log.append(GLOBEX, 4);
  const gate = spec.aGate();
  const { told, watch } = witness();
  spec.running({ patience: 600_000, watch });
  await spec.marksStandAt(6, 4);
  spec.topic.fate = async ({ length }) => {
    await gate.pass();
    return { keeps: length, says: 'acknowledged' };
  };
  gate.shut();
  const calls = spec.topic.calls.length;
  await spec.log.append(ACME, 2);
  await until('it to be sending', () => spec.topic.calls.length > calls);
  expect(await spec.log.store.rewind([{ tenant: ACME, position: 2 }])).toEqual([{ tenant: ACME, from: 6, to: 2 }]);
  spec.topic.records.length = 0; // the topic was wiped
  gate.release();
  await spec.marksStandAt(8, 4);
  expect(told.unknown).toContain('2 another relay was at work');
  expect(spec.topic.positionsOf(ACME)).toEqual([7, 8, 3, 4, 5, 6, 7, 8]);
  expect(spec.topic.positionsOf(GLOBEX)).toEqual([]);
});

it('sends again what was under way to a topic that was wiped, though the mark stood right and the bucket is its own again', async () => {
  await spec.log.append(ACME, 3);
  const relay = spec.running({ patience: 600_000, lease: 600 });
  await spec.marksStandAt(3);
  const gate = spec.aGate();
  gate.shut();
  let calls = 0;
  spec.topic.fate = async ({ length }) => {
    calls += 1;
    if (calls === 1) {
      spec.topic.records.push(...spec.topic.calls.at(-1)!); // taken; the answer is still on its way when the topic is wiped
      await gate.pass();
      return { keeps: 0, says: 'acknowledged' };
    }
    return { keeps: length, says: 'acknowledged' };
  };
  await spec.log.append(ACME, 2);
  await until('it to be sending', () => spec.topic.records.length === 5);
  spec.topic.records.length = 0;
  expect(await spec.log.store.rewind([{ tenant: ACME, position: 3 }])).toEqual([]);
  await until('it to hold the bucket again', async () => (await spec.log.leases()).some(({ bucket, owner }) => bucket === bucketOf(ACME) && owner !== null) && relay.state.buckets === 64);
  gate.release();
  await spec.marksStandAt(5);
  expect(spec.topic.positionsOf(ACME)).toEqual([4, 5]);
});
