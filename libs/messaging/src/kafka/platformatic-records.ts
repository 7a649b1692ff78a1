import type { Consumer, MessageToProduce } from '@platformatic/kafka';
import type { InRecord, OutRecord } from '../log-transport.js';

export type FetchResponse = Awaited<ReturnType<Consumer['fetch']>>;

const CONTROL = 0b10_0000;
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Our records in the client's words. */
export const toPlatformatic = (records: readonly OutRecord[]): MessageToProduce[] => records.map(({ topic, partition, key, value, headers }) => ({
  topic, partition, key: asBuffer(key), value: asBuffer(value), headers: new Map(Object.entries(headers).map(([name, text]) => [Buffer.from(name), Buffer.from(text)])),
}));

type Fetched = FetchResponse['responses'][number]['partitions'][number];

/** What a fetch brought of a partition, from an offset on: a broker gives whole batches, whose first records we may have had.
 * @returns the records, and where to go on, which lies beyond them where a batch holds marks of the broker's own */
export const fromPlatformatic = ({ records = [] }: Fetched, from: bigint): { records: InRecord[]; next: bigint } => {
  const taken: InRecord[] = [];
  let next = from;
  for (const batch of records) {
    const last = batch.firstOffset + BigInt(batch.lastOffsetDelta);
    if (last >= next) next = last + 1n;
    if (batch.attributes & CONTROL) continue;
    for (const { offsetDelta, key, value, headers } of batch.records) {
      const offset = batch.firstOffset + BigInt(offsetDelta);
      if (offset >= from) taken.push({ key, value, headers: Object.fromEntries(headers.map(([name, text]) => [String(name ?? ''), String(text ?? '')])), offset: offset.toString() });
    }
  }
  return { records: taken, next };
};
