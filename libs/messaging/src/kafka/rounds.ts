import { keyOf, LARGEST_SLICE } from '../held-partition.js';
import type { OutRecord } from '../log-transport.js';

const LARGEST_BATCH = 900_000; // bytes; a broker takes 1,048,588 in one batch, headers and its own fields included
const FRAME = 100; // bytes, about, that a record costs beyond what is in it

const sizeOf = ({ key, value, headers }: OutRecord): number =>
  Object.entries(headers).reduce((sum, [name, text]) => sum + name.length + 3 * text.length + 10, FRAME + key.length + value.length);

/** Cuts a batch into rounds that a client sends one after the other: a client makes one batch of what it sends to a partition at once, which
 * a broker refuses beyond a megabyte, and kafkajs spends time on it with the square of its length. Order per partition is kept. */
export const rounds = (records: readonly OutRecord[]): OutRecord[][] => {
  const cut: OutRecord[][] = [];
  const filled = new Map<string, { round: number; count: number; bytes: number }>();
  for (const record of records) {
    const [key, size] = [keyOf(record), sizeOf(record)];
    const at = filled.get(key) ?? { round: 0, count: 0, bytes: 0 };
    const isFull = at.count === LARGEST_SLICE || (at.count > 0 && at.bytes + size > LARGEST_BATCH);
    const next = isFull ? { round: at.round + 1, count: 1, bytes: size } : { round: at.round, count: at.count + 1, bytes: at.bytes + size };
    filled.set(key, next);
    (cut[next.round] ??= []).push(record);
  }
  return cut;
};
