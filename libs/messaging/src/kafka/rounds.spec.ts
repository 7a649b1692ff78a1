import type { OutRecord } from '../log-transport.js';
import { rounds } from './rounds.js';

const record = (partition: number, bytes = 10): OutRecord => ({ topic: 't', partition, key: new Uint8Array(0), value: new Uint8Array(bytes), headers: {} });
const shape = (records: readonly OutRecord[]) => rounds(records).map((round) => round.length);

it('sends at most a thousand records of a partition at once, and as many partitions as there are', () => {
  const mixed = Array.from({ length: 5_000 }, (_, index) => record(index % 2));
  expect(shape(mixed)).toEqual([2_000, 2_000, 1_000]);
  expect(shape([])).toEqual([]);
});

it('sends no more of a partition at once than a broker takes in one batch', () => {
  expect(shape([record(0, 500_000), record(0, 300_000), record(0, 200_000), record(1, 500_000)])).toEqual([3, 1]);
  expect(shape([record(0, 3_000_000), record(0, 1)])).toEqual([1, 1]); // for the broker to refuse
});

it('keeps the order of each partition', () => {
  const records = Array.from({ length: 2_500 }, (_, index) => ({ ...record(index % 3), value: Buffer.from(String(index)) }));
  const sent = rounds(records).flat();
  for (const partition of [0, 1, 2]) {
    const of = (list: readonly OutRecord[]) => list.filter((each) => each.partition === partition).map(({ value }) => Buffer.from(value).toString());
    expect(of(sent)).toEqual(of(records));
  }
});
