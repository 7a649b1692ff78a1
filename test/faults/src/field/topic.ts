import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import type { Seen } from '../history/history.js';
import type { Field } from './field.js';

export const TOPIC = 'vouchsafe.log.v1';
/** A header of whatever a fault has put there itself: nobody but this run may take it for the product's. */
export const PLANTED = 'x-planted';

/** A record as it lies on the topic. */
export interface Lying extends Pick<KafkaMessage, 'key' | 'value' | 'headers' | 'offset'> { readonly partition: number }

export const kafkaOf = ({ cluster }: Pick<Field, 'cluster'>): Kafka => new Kafka({ brokers: [...cluster.brokers], logLevel: logLevel.NOTHING });

/** Everything that the topic holds, read by a client that knows nothing of ours. */
export const recordsOf = async (field: Field): Promise<Lying[]> => {
  const kafka = kafkaOf(field);
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId: `faults-${randomUUID()}` });
  const lying: Lying[] = [];
  try {
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(TOPIC);
    const ends = new Map(offsets.filter(({ high, low }) => Number(high) > Number(low)).map(({ partition, high }) => [partition, Number(high)]));
    if (ends.size === 0) return [];
    await consumer.connect();
    await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
    await new Promise<void>((done, failed) => {
      const giveUp = setTimeout(() => failed(new Error(`The topic could not be read to its end: partitions ${[...ends.keys()].join(', ')} are open.`)), 120_000);
      void consumer.run({
        eachMessage: async ({ partition, message }) => {
          lying.push({ partition, ...message });
          if (Number(message.offset) + 1 >= (ends.get(partition) ?? Infinity)) ends.delete(partition);
          if (ends.size === 0) { clearTimeout(giveUp); done(); }
        },
      }).catch(failed);
    });
    return lying;
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await admin.disconnect().catch(() => undefined);
  }
};

/** What the relays have published. */
export const readTopic = async (field: Field): Promise<Seen[]> => (await recordsOf(field)).filter(({ headers }) => headers?.[PLANTED] === undefined).map(({ headers }) => {
  const header = (name: string) => headers?.[name]?.toString() ?? '';
  return { tenant: header('ce_tenantid'), position: Number(header('ce_position')), stream: header('ce_subject'), version: Number(header('ce_streamversion')), key: '', digest: header('ce_digest') };
});
