import { Collector, gate, isFull, out, range, until, withoutRepeats, type Subject } from './subject.js';

export const subscribing = ({ open, under, topic, group }: Subject): void => describe('subscribes', () => {
  it('K3: never calls twice at once for a partition, and does call for different ones at once', async () => {
    const [transport, where] = [await open(), await topic(3)];
    const both = gate();
    const begun = new Set<number>();
    const collector = new Collector(async (partition) => {
      begun.add(partition);
      if (begun.size === 3) both.open();
      await both.passed; // nobody ends before all have begun
    });
    await transport.subscribe(group(), [where.topic], collector);
    for (const n of range(1, 20)) await transport.publish(range(0, 2).map((partition) => out(where, partition, String(n))));
    await until('all have come', () => collector.kinds >= 60);
    expect({ overlapped: collector.overlapped, mostAtOnce: collector.mostAtOnce }).toEqual({ overlapped: false, mostAtOnce: 3 });
    for (const partition of range(0, 2)) expect(withoutRepeats(collector.of(partition))).toEqual(range(1, 20).map(String));
  });

  it('K6: brings what failed again, after a rest that grows, while others go on', async () => {
    const [transport, where] = [await open(), await topic(2)];
    const attempts: number[] = [];
    const collector = new Collector(async (partition) => {
      if (partition !== 0) return;
      attempts.push(performance.now());
      if (attempts.length <= 3) throw new Error('not yet');
    });
    await transport.subscribe(group(), [where.topic], collector);
    await transport.publish([out(where, 0, 'first')]);
    await until('it failed once', () => attempts.length >= 1);
    await transport.publish([out(where, 0, 'second'), ...range(1, 30).map((n) => out(where, 1, String(n)))]);
    await until('the others went on', () => collector.of(1).includes('30'));
    await until('both have come', () => collector.of(0).length === 2);
    expect(collector.of(0)).toEqual(['first', 'second']);
    const rests = attempts.slice(1, 4).map((at, index) => at - attempts[index]!);
    expect(rests.every((rest, index) => rest > 70 * 2 ** index)).toBe(true);
  });

  it('K7: holds back one partition while the others flow, and loses nothing of it', async () => {
    const [transport, where] = [await open(), await topic(2)];
    const collector = new Collector();
    const subscription = await transport.subscribe(group(), [where.topic], collector);
    await transport.publish([out(where, 0, '1'), out(where, 1, '1')]);
    await until('both have begun', () => collector.count >= 2);
    await subscription.pause({ topic: where.topic, partition: 0 });
    for (const n of range(2, 20)) await transport.publish([out(where, 0, String(n)), out(where, 1, String(n))]);
    await until('the other has all', () => collector.of(1).includes('20'));
    expect(collector.of(0)).toEqual(['1']);
    await subscription.resume({ topic: where.topic, partition: 0 });
    await until('it has all', () => collector.of(0).includes('20'));
    expect(withoutRepeats(collector.of(0))).toEqual(range(1, 20).map(String));
  });

  it('K8: seeks back and forward', async () => {
    const [transport, where] = [await open(), await topic(1)];
    const ref = { topic: where.topic, partition: 0 };
    const collector = new Collector();
    const subscription = await transport.subscribe(group(), [where.topic], collector);
    await transport.publish(range(0, 9).map((n) => out(where, 0, String(n))));
    await until('all have come', () => collector.count >= 10);
    await subscription.seek(ref, '7');
    await until('three have come again', () => collector.count >= 13);
    expect(collector.of(0).slice(10)).toEqual(['7', '8', '9']);
    await subscription.pause(ref);
    await transport.publish(range(10, 19).map((n) => out(where, 0, String(n))));
    await subscription.seek(ref, '18');
    await subscription.resume(ref);
    await until('the last have come', () => collector.count >= 15);
    expect(collector.of(0).slice(13)).toEqual(['18', '19']);
  });

  it('K8: a seek while the call runs wins over where the call ends', async () => {
    const [transport, where] = [await open(), await topic(1)];
    const [begun, go] = [gate(), gate()];
    const collector = new Collector(async () => {
      begun.open();
      await go.passed;
    });
    await transport.publish(range(0, 4).map((n) => out(where, 0, String(n))));
    const subscription = await transport.subscribe(group(), [where.topic], collector);
    await begun.passed;
    await subscription.seek({ topic: where.topic, partition: 0 }, '3');
    go.open();
    await until('it went on where it was sent', () => collector.count >= 7);
    expect(collector.of(0)).toEqual(['0', '1', '2', '3', '4', '3', '4']);
  });

  it('K8: the next member begins where the last one committed; a group that never did, at the beginning', async () => {
    const [transport, where, name] = [await open(), await topic(1), group()];
    const ref = { topic: where.topic, partition: 0 };
    await transport.publish(range(0, 9).map((n) => out(where, 0, String(n))));
    const [first, second, third, stranger] = [new Collector(), new Collector(), new Collector(), new Collector()];
    const one = await transport.subscribe(name, [where.topic], first);
    await until('all have come', () => first.count >= 10);
    await one.stop();
    await transport.publish([out(where, 0, '10')]);
    const two = await (await open()).subscribe(name, [where.topic], second);
    await until('the new one has come', () => second.count >= 1);
    await two.commit(ref, '5'); // back: what the next member begins with is ours to say
    await two.stop();
    await transport.subscribe(name, [where.topic], third);
    await until('the third has begun', () => third.of(0).includes('10'));
    await transport.subscribe(group(), [where.topic], stranger);
    await until('the stranger has all', () => stranger.of(0).includes('10'));
    expect([first.of(0), second.of(0), third.of(0), stranger.of(0)]).toEqual([range(0, 9).map(String), ['10'], range(5, 10).map(String), range(0, 10).map(String)]);
  });

  it('K12: knows how far a group is behind, idle and stuck', async () => {
    const [transport, where, name] = [await open(), await topic(2), group()];
    const lagOf = async () => (await (await open()).lag(name)).filter((lag) => lag.topic === where.topic).map(({ partition, records }) => [partition, records]);
    const stuck = { is: false };
    const collector = new Collector((partition) => { if (stuck.is && partition === 0) throw new Error('stuck'); });
    await transport.subscribe(name, [where.topic], collector);
    await transport.publish(range(1, 10).flatMap((n) => [out(where, 0, String(n)), out(where, 1, String(n))]));
    await until('it is idle', async () => JSON.stringify(await lagOf()) === '[[0,0],[1,0]]');
    stuck.is = true;
    await transport.publish(range(11, 17).flatMap((n) => [out(where, 0, String(n)), out(where, 1, String(n))]));
    await until('it is stuck', async () => JSON.stringify(await lagOf()) === '[[0,7],[1,0]]');
    stuck.is = false;
    await until('it has caught up', async () => JSON.stringify(await lagOf()) === '[[0,0],[1,0]]');
  });

  it('K12: counts all of a partition on which nobody has committed yet', async () => {
    const [transport, where, name] = [await open(), await topic(1), group()];
    await transport.publish(range(1, 3).map((n) => out(where, 0, String(n))));
    const collector = new Collector(() => { throw new Error('from the start'); });
    await transport.subscribe(name, [where.topic], collector);
    await until('it was called', () => collector.calls > 0);
    expect(await (await open()).lag(name)).toEqual([{ topic: where.topic, partition: 0, records: 3 }]);
  });

  it('K13: stops with nothing in flight', async () => {
    const [transport, where] = [await open(), await topic(2)];
    const begun = gate();
    const collector = new Collector(async () => {
      begun.open();
      await new Promise((done) => { setTimeout(done, 300); });
    });
    const subscription = await transport.subscribe(group(), [where.topic], collector);
    await transport.publish([out(where, 0, 'a'), out(where, 1, 'a')]);
    await begun.passed;
    const began = performance.now();
    await subscription.stop();
    const took = performance.now() - began;
    const { calls, count } = collector;
    expect([...collector.running.values()].every((running) => running === 0)).toBe(true);
    expect(collector.held.size).toBe(0); // it was told
    await transport.publish([out(where, 0, 'b'), out(where, 1, 'b')]);
    const other = new Collector();
    await transport.subscribe(group(), [where.topic], other);
    await until('another has had them', () => other.count >= 4);
    expect({ calls: collector.calls, count: collector.count }).toEqual({ calls, count });
    await subscription.stop();
    if (isFull) expect(took).toBeLessThan(2_000);
  });

  it('K15: reads a topic that was deleted and made again from its beginning', async () => {
    const [transport, where] = [await open(), await topic(1)];
    const collector = new Collector();
    await transport.subscribe(group(), [where.topic], collector);
    await transport.publish(range(1, 20).map((n) => out(where, 0, `old ${n}`)));
    await until('the old ones have come', () => collector.count >= 20);
    await under().deleteTopic(where.topic);
    const producer = await open();
    await until('it was made again', () => producer.ensureTopics([where]).then(() => true, () => false));
    const values = range(1, 5).map((n) => `new ${n}`);
    await until('it takes records', () => producer.publish(values.map((value) => out(where, 0, value))).then(() => true, () => false));
    await until('the new ones have come', () => values.every((value) => collector.of(0).includes(value)));
    expect(withoutRepeats(collector.of(0)).slice(20)).toEqual(values);
  });

  it('says that it is well', async () => { expect(await (await open()).health()).toEqual({ ok: true }); });
});
