import { LocalWakeups, MemoryEventStore, type ProvenEvent } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import type { Position } from '@vouchsafe/event-schema';
import { logRecordOf, readLogRecord } from '@vouchsafe/messaging';
import type { Place } from '../runner/cursor.js';
import { TopicBatch, type TenantRecord } from './topic-batch.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const EVENTS = 12;
let store: MemoryEventStore;
let log: ProvenEvent[];
let reads: [after: Position, upTo: Position][];

beforeEach(async () => {
  store = new MemoryEventStore(new LocalWakeups());
  for (const tenant of [ACME, GLOBEX]) {
    await store.openLog(tenant);
    await store.append(tenant, anAppend(aWrite('s', Array.from({ length: EVENTS }, (_, n) => anEvent({ n, note: `naïve – ${n}`, nested: { b: [1.5, null], a: true } })))));
  }
  log = await store.readProven(ACME, { after: 0, max: EVENTS });
  reads = [];
  const read = store.read.bind(store);
  store.read = async (tenant, options) => {
    reads.push([options.after, options.upTo!]);
    return read(tenant, options);
  };
});

const travelled = (event: ProvenEvent): TenantRecord => readLogRecord({ ...logRecordOf(event) }) as TenantRecord;
const records = (...positions: Position[]): TenantRecord[] => positions.map((position) => travelled(log[position - 1]!));
/** As one who lies, and makes its hashes fit its lie as far as it can. */
const forged = (position: Position, change: Partial<ProvenEvent>): TenantRecord => ({ kind: 'event', tenant: ACME, position, event: { ...log[position - 1]!, ...change } });
const placeAt = (position: Position): Place => ({ position, chain: position === 0 ? null : log[position - 1]!.chain });

/** What one build takes from a batch, page by page, as the runner asks it. */
const takenFrom = async (batch: TopicBatch, from: Position): Promise<Position[]> => {
  const taken: Position[] = [];
  for (let position = from; ;) {
    const { events, isLast } = await batch.after(placeAt(position));
    for (const event of events) {
      expect(event).toMatchObject({ position: position += 1, data: log[position - 1]!.data, recordedAt: log[position - 1]!.recordedAt });
      taken.push(position);
    }
    if (isLast) return taken;
  }
};
const batchOf = (...all: TenantRecord[]) => new TopicBatch(store, ACME, all, 100);

it('gives what follows, and asks the log nothing', async () => {
  const batch = batchOf(...records(1, 2, 3));
  expect([await takenFrom(batch, 0), reads, batch.tally]).toEqual([[1, 2, 3], [], { duplicates: 0, refused: [], healed: 0 }]);
});

it('drops what was folded before', async () => {
  const batch = batchOf(...records(1, 2, 3));
  expect([await takenFrom(batch, 3), reads, batch.tally.duplicates]).toEqual([[], [], 3]);
});

it('cuts what overlaps', async () => {
  const batch = batchOf(...records(2, 3, 4, 5));
  expect([await takenFrom(batch, 3), reads, batch.tally.duplicates]).toEqual([[4, 5], [], 2]);
});

it('takes records in any order and any number', async () => {
  const batch = batchOf(...records(7, 5, 6, 5, 8, 6, 5));
  expect([await takenFrom(batch, 4), reads, batch.tally]).toEqual([[5, 6, 7, 8], [], { duplicates: 3, refused: [], healed: 0 }]);
});

it('reads from the log what lies before it and what it lacks, and nothing beyond', async () => {
  const batch = batchOf(...records(4, 5, 8, 9));
  expect([await takenFrom(batch, 1), reads, batch.tally]).toEqual([[2, 3, 4, 5, 6, 7, 8, 9], [[1, 3], [5, 7]], { duplicates: 0, refused: [], healed: 2 }]);
});

it('reads from the log what was too large to travel', async () => {
  const claim: TenantRecord = { kind: 'claim', tenant: ACME, position: 3, digest: log[2]!.digest, chain: log[2]!.chain };
  const batch = batchOf(...records(2), claim, ...records(4));
  expect([await takenFrom(batch, 1), reads]).toEqual([[2, 3, 4], [[2, 3]]]);
  reads = [];
  expect([await takenFrom(batchOf(claim), 2), reads]).toEqual([[3], [[2, 3]]]);
});

it.each<[string, Partial<ProvenEvent>]>([
  ['other data', { data: { n: 99 }, dataText: '{"n":99}' }],
  ['other data whose digest fits', { data: {}, dataText: '{}', digest: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' }],
  ['another digest', { digest: '0'.repeat(64) }],
  ['another chain', { chain: 'f'.repeat(64) }],
  ['another type', { type: 'SomethingElse' }],
  ['another stream', { stream: 't' }],
  ['another version', { version: 7 }],
  ['another schema version', { schemaVersion: 2 }],
  ['another day', { occurredOn: '2025-01-01' }],
  ['another time', { recordedAt: '2025-01-01T00:00:00.000Z' }],
  ['another actor', { actor: 'person:eve' }],
  ['another request', { requestKey: 'k' }],
  ['another correlation', { correlation: 'c' }],
  ['a causation', { causation: 'c' }],
])('ignores a record with %s, reads that place from the log, and goes on', async (_what, change) => {
  const batch = batchOf(...records(2), forged(3, change), ...records(4));
  expect([await takenFrom(batch, 1), reads, batch.tally]).toEqual([[2, 3, 4], [[2, 3]], { duplicates: 0, refused: [3], healed: 1 }]);
});

it('ignores a liar beside one who tells the truth, whoever speaks first', async () => {
  for (const both of [[forged(3, { actor: 'person:eve' }), ...records(3)], [...records(3), forged(3, { actor: 'person:eve', chain: 'e'.repeat(64) })]]) {
    reads = [];
    const batch = batchOf(...records(2), ...both, ...records(4));
    expect([await takenFrom(batch, 1), reads, batch.tally.healed]).toEqual([[2, 3, 4], [], 0]);
  }
});

it('ignores an event of another tenant at that place', async () => {
  const [theirs] = await store.readProven(GLOBEX, { after: 2, max: 1 });
  const batch = batchOf({ kind: 'event', tenant: ACME, position: 3, event: theirs! });
  expect([await takenFrom(batch, 2), batch.tally.refused]).toEqual([[3], [3]]);
  expect(reads).toEqual([[2, 3]]);
});

it('stops where the log stops, whatever a record says of the time after', async () => {
  const batch = batchOf(forged(EVENTS, { position: 10 ** 9 }), { ...forged(EVENTS, {}), position: 10 ** 9 } as TenantRecord);
  expect(await takenFrom(batch, EVENTS - 2)).toEqual([EVENTS - 1, EVENTS]);
  expect(batch.tally.refused).toEqual([EVENTS, 10 ** 9]);
});

it('reads everything from the log once that is said to hold another history', async () => {
  const batch = batchOf(...records(5, 6, 7));
  expect((await batch.after(placeAt(4))).events).toHaveLength(3);
  batch.disown();
  expect([await takenFrom(batch, 4), reads, batch.tally.refused]).toEqual([[5, 6, 7], [[4, 7]], [5, 6, 7]]);
});

it('reads the log for a build that does not know the chain where it stands', async () => {
  expect((await batchOf(...records(5, 6)).after({ position: 4, chain: null })).events.map(({ position }) => position)).toEqual([5]);
  expect(reads).toEqual([[4, 5]]);
});

it('asks the log once for several builds that stand together', async () => {
  const batch = batchOf(...records(6));
  expect([await takenFrom(batch, 2), await takenFrom(batch, 2), reads]).toEqual([[3, 4, 5, 6], [3, 4, 5, 6], [[2, 5]]]);
});

it('leaves to the log a build that is far behind', () => {
  const batch = batchOf({ kind: 'claim', tenant: ACME, position: 105, digest: '', chain: '' });
  expect([4, 5].map((position) => batch.isTooFarFor({ position, chain: null }))).toEqual([true, false]);
});
