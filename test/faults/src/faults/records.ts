import { randomBytes, randomUUID } from 'node:crypto';
import { provenBy, type ProvenEvent } from '@vouchsafe/event-store';
import { partitionOf } from '@vouchsafe/messaging';
import { eventually } from '@vouchsafe/test-support';
import { kafkaOf, PLANTED, recordsOf, TOPIC, type Lying } from '../field/topic.js';
import type { Field } from '../field/field.js';
import type { Fault } from './fault.js';

type Planted = Pick<Lying, 'key' | 'value' | 'headers' | 'partition'>;

const eventIn = ({ value }: Planted): ProvenEvent => JSON.parse(value!.toString()) as ProvenEvent;
const carrying = (record: Planted, event: object): Planted => ({ ...record, value: Buffer.from(JSON.stringify(event)), headers: { ...record.headers } });

/** What never happened, behind the last that did: its hashes follow from the chain, which is no secret. Only the log does not have it. */
const invented = async ({ ask }: Field, like: Planted): Promise<Planted> => {
  const known = eventIn(like);
  const [head] = await ask<{ position: number; chain: string }>(`SELECT position::int, encode(chain, 'hex') AS chain FROM log.tenant_log WHERE tenant_id = $1`, [known.tenant]);
  const event = { ...known, position: head!.position + 1, requestKey: randomUUID() };
  return carrying(like, { ...event, ...provenBy(head!.chain, event, JSON.stringify(event.data)) });
};

/** The same events told in another way: other words under the old hashes, and other words under new ones. */
const altered = (record: Planted): Planted[] => {
  const event = { ...eventIn(record), actor: 'person:nobody' as const };
  return [carrying(record, event), carrying(record, { ...event, ...provenBy(event.chain, event, JSON.stringify(event.data)) })];
};

const truncated = (record: Planted): Planted => ({ ...record, value: record.value!.subarray(0, record.value!.length / 2) });
const inAnotherPartition = (record: Planted): Planted => ({ ...record, partition: (record.partition + 1) % 48 });

const strangers = (): Planted[] => {
  const tenant = randomUUID();
  return [
    { key: Buffer.from(tenant), value: Buffer.from('{}'), headers: {}, partition: partitionOf(tenant, 48) },
    { key: null, value: randomBytes(100), headers: {}, partition: 0 },
    { key: randomBytes(16), value: null, headers: {}, partition: 1 },
  ];
};

/** @param records the newest of one tenant, in their order */
const forgeries = (records: readonly Planted[]): Planted[] => [
  ...[...records].reverse(), // each again, backwards
  ...records.flatMap(altered), ...records.map(truncated), ...records.map(inAnotherPartition),
];

const readPast = async (field: Field, upTo: ReadonlyMap<number, bigint>): Promise<void> => {
  const admin = kafkaOf(field).admin();
  await admin.connect();
  try {
    for (const groupId of ['vouchsafe.projector', 'vouchsafe.reactor']) {
      await eventually(`${groupId} to have read what was planted`, async () => {
        const [committed] = await admin.fetchOffsets({ groupId, topics: [TOPIC] });
        return committed!.partitions.every(({ partition, offset }) => BigInt(offset) > (upTo.get(partition) ?? -2n));
      });
    }
  } finally {
    await admin.disconnect();
  }
};

/** Whoever can write to the topic tells lies. */
export const lies: Fault = {
  fault: 'F21', what: 'plant forged, repeated, reordered, cut, misplaced and foreign records', cycles: { short: 2, full: 100 },
  async inflict(field, load) {
    const there = await recordsOf(field);
    const tenants = [...new Set(there.flatMap(({ key, headers }) => (headers?.[PLANTED] === undefined ? [key!.toString()] : [])))];
    const newest = tenants.map((tenant) => there.filter(({ key, headers }) => key?.toString() === tenant && headers?.[PLANTED] === undefined).slice(-10));
    const producer = kafkaOf(field).producer();
    await producer.connect();
    const upTo = new Map<number, bigint>();
    const plant = async ({ headers, ...record }: Planted): Promise<void> => {
      const [{ baseOffset, partition } = {}] = await producer.send({ topic: TOPIC, messages: [{ ...record, headers: { ...headers, [PLANTED]: '1' } }] });
      upTo.set(partition!, BigInt(baseOffset!));
    };
    try {
      for (const record of [...strangers(), ...newest.flatMap(forgeries)]) await plant(record);
      for (const records of newest) for (let times = 0; times < 5; times += 1) await plant(await invented(field, records.at(-1)!)); // a race with what really comes next
    } finally {
      await producer.disconnect();
    }
    await load.moves(20);
    await readPast(field, upTo);
  },
};
