import type { LogTransport, Subscription } from '@vouchsafe/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { Collector, gate, hasFrailBroker, isFull, out, PATIENT, range, until, withoutRepeats, type FrailBroker, type Subject } from './subject.js';

/** K5 takes longer than all others: it begins with the suite, runs beside it, and is looked at in the end. */
export const slowCall = ({ open, under, topic, group }: Subject) => {
  const collector = new Collector(async () => { await sleep(3 * under().session); });
  const begin = async (): Promise<void> => {
    const [transport, where] = [await open({ sessionTimeout: under().session }), await topic(1)];
    await transport.subscribe(group(), [where.topic], collector);
    await transport.publish([out(where, 0, 'long')]);
  };
  return { collector, begin };
};

export const membership = ({ open, under, topic, group }: Subject, slow: ReturnType<typeof slowCall>): void => describe('shares the work of a group', () => {
  it('K4: a member that loses a partition ends its call first; the next begins at or before the end of it', async () => {
    const [where, name] = [await topic(2), group()];
    const [begun, go] = [gate(), gate()];
    const first = new Collector(async () => {
      begun.open();
      await go.passed;
    });
    const [mine, theirs] = [await open(), await open()];
    await mine.publish(range(0, 1).flatMap((partition) => range(1, 10).map((n) => out(where, partition, String(n)))));
    await mine.subscribe(name, [where.topic], first);
    await begun.passed;
    const second = new Collector();
    const joined = theirs.subscribe(name, [where.topic], second);
    await Promise.race([joined, sleep(3_000)]); // a transport may wait for the call, or not
    go.open();
    await joined;
    await mine.publish(range(0, 1).map((partition) => out(where, partition, '11')));
    await until('the second has a partition and its last record', () => second.held.size === 1 && [...second.held].every((partition) => second.of(partition).includes('11')));
    const [moved] = [...second.held];
    await until('the first was told', () => first.revocations.includes(moved!));
    const end = first.of(moved!).length;
    expect(end).toBeGreaterThan(0); // its call ended, and counted
    expect(Number(second.of(moved!)[0])).toBeLessThanOrEqual(Number(first.of(moved!).at(-1)) + 1);
    expect(withoutRepeats([...first.of(moved!), ...second.of(moved!)]).map(Number)).toEqual(range(1, 11));
  });

  it('K11: goes on while members come and go', async () => {
    const [where, name] = [await topic(6), group()];
    const handled = new Set<string>();
    const collector = () => new Collector((partition, batch) => { batch.forEach((record) => handled.add(`${partition}/${Buffer.from(record.value!).toString()}`)); });
    const producer = await open();
    const state = { sent: 0, isOver: false };
    const producing = (async () => {
      for (; !state.isOver; await sleep(20)) {
        state.sent += 1;
        await producer.publish(range(0, 5).map((partition) => out(where, partition, String(state.sent))));
      }
    })();
    const members: { transport: LogTransport; subscription: Subscription }[] = [];
    const join = async () => {
      const transport = await open();
      members.push({ transport, subscription: await transport.subscribe(name, [where.topic], collector()) });
    };
    const leave = () => members.shift()!.transport.close();
    const progress = async (limit: number) => {
      const before = handled.size;
      await until('something more was dealt with', () => handled.size > before, limit);
    };
    await join();
    await progress(PATIENT);
    if (isFull) {
      for (const end = performance.now() + 60_000; performance.now() < end; await sleep(2_000)) {
        await (members.length < 3 ? join() : leave());
        await progress(10_000);
      }
    } else {
      for (const step of [join, join, leave, join, leave, leave]) {
        await step();
        await progress(PATIENT);
      }
    }
    state.isOver = true;
    await producing;
    await until('all was dealt with', () => handled.size === 6 * state.sent);
  }, 3 * PATIENT);

  if (hasFrailBroker) it('K10: goes on by itself after the broker was away, in order', async () => {
    const frail: FrailBroker = await under().frail();
    try {
      const [producer, reader, where] = [await frail.open(), await frail.open(), { topic: `${group()}-frail`, partitions: 1 }];
      await producer.ensureTopics([where]);
      const [collector, name] = [new Collector(), group()];
      await reader.subscribe(name, [where.topic], collector);
      const state = { isOver: false, sent: 0 };
      const producing = (async () => {
        for (; !state.isOver; await sleep(20)) {
          const value = String(state.sent + 1);
          await until('it was taken', () => producer.publish([out(where, 0, value)]).then(() => true, () => false));
          state.sent += 1;
        }
      })();
      await until('it has begun', () => collector.count > 20);
      await frail.stop();
      expect((await reader.health()).ok).toBe(false);
      await sleep(isFull ? 30_000 : 3_000);
      await frail.start();
      const before = collector.count;
      await until('it goes on', () => collector.count > before + 20);
      state.isOver = true;
      await producing;
      await until('the last has come', () => collector.of(0).includes(String(state.sent)));
      expect(withoutRepeats(collector.of(0)).map(Number)).toEqual(range(1, state.sent));
      await until('it says that it is well', async () => (await reader.health()).ok);
      await until('what was dealt with is committed', async () => (await reader.lag(name)).every(({ records }) => records === 0));
      await Promise.all([producer.close(), reader.close()]);
    } finally {
      await frail.close();
    }
  }, 4 * PATIENT);

  it('K5: a call of three times the session costs neither the partition nor a second delivery', async () => {
    await until('the long call has ended', () => slow.collector.count > 0, 3 * under().session + PATIENT);
    await sleep(500); // a second delivery would come at once
    expect({ calls: slow.collector.calls, revocations: slow.collector.revocations, held: [...slow.collector.held] }).toEqual({ calls: 1, revocations: [], held: [0] });
  }, 4 * PATIENT);
});
