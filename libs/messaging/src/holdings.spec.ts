import { silent } from './held-partition.js';
import { Holdings } from './holdings.js';
import type { PartitionRef, Subscriber } from './log-transport.js';

const refs = (...partitions: number[]): PartitionRef[] => partitions.map((partition) => ({ topic: 't', partition }));
const turns = async (): Promise<void> => { for (let n = 0; n < 20; n += 1) await undefined; };

/** Holdings whose calls end when told, and what the subscriber heard. */
const holding = () => {
  const heard: string[] = [];
  const ends = new Map<number, () => void>();
  const names = (list: readonly PartitionRef[]) => list.map(({ partition }) => partition).join();
  const subscriber: Subscriber = {
    async assigned(list) { heard.push(`assigned ${names(list)}`); },
    records: ({ partition }) => new Promise((done) => { ends.set(partition, () => { heard.push(`${partition} ended`); done(); }); }),
    async revoked(list) { heard.push(`revoked ${names(list)}`); },
  };
  return { heard, ends, holdings: new Holdings(subscriber, silent) };
};

it('tells what is new and what is gone, and nothing of what stays', async () => {
  const { heard, holdings } = holding();
  expect(holdings.hold(refs(0, 1)).map(({ partition }) => partition.ref)).toEqual(refs(0, 1));
  const kept = holdings.get(refs(1)[0]!)!;
  expect(holdings.hold(refs(1, 2)).map(({ partition }) => partition.ref)).toEqual(refs(2));
  await turns();
  expect(heard.sort()).toEqual(['assigned 0,1', 'assigned 2', 'revoked 0']);
  expect(holdings.has(kept)).toBe(true);
});

it('tells of a loss after the call that was running, and lets nobody else wait for it', async () => {
  const { heard, ends, holdings } = holding();
  holdings.hold(refs(0, 1));
  void holdings.get(refs(0)[0]!)!.partition.handle([]);
  await turns();
  holdings.hold(refs(1)); // 0 is lost while its call runs
  const [back, fresh] = holdings.hold(refs(0, 1, 2)); // and comes back
  await fresh!.ready;
  let isBack = false;
  void back!.ready.then(() => { isBack = true; });
  await turns();
  expect({ heard, isBack }).toEqual({ heard: ['assigned 0,1', 'assigned 2'], isBack: false });
  ends.get(0)!();
  await back!.ready;
  expect(heard.slice(2)).toEqual(['0 ended', 'revoked 0', 'assigned 0']);
});

it('is left once the subscriber knows of every loss', async () => {
  const { heard, ends, holdings } = holding();
  holdings.hold(refs(0));
  void holdings.get(refs(0)[0]!)!.partition.handle([]);
  await turns();
  holdings.hold([]);
  const left = holdings.left().then(() => [...heard]);
  await turns();
  ends.get(0)!();
  expect(await left).toEqual(['assigned 0', '0 ended', 'revoked 0']);
});
