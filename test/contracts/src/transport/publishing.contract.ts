import { TransportClosed, UnknownTopic, WrongTopic } from '@vouchsafe/messaging';
import { Collector, out, range, text, until, withoutRepeats, type Subject } from './subject.js';

export const publishing = ({ open, under, topic, group }: Subject): void => describe('publishes', () => {
  it('K1: keeps the order of each partition, over ten thousand records in batches of one and of a thousand', async () => {
    const [transport, where] = [await open(), await topic(4)];
    const values = range(1, 2_500).map(String);
    for (const value of values.slice(0, 50)) for (const partition of range(0, 3)) await transport.publish([out(where, partition, value)]);
    for (let at = 50; at < values.length; at += 250) await transport.publish(values.slice(at, at + 250).flatMap((value) => range(0, 3).map((partition) => out(where, partition, value))));
    const collector = new Collector();
    await transport.subscribe(group(), [where.topic], collector);
    await until('all ten thousand have come', () => collector.kinds >= 10_000);
    for (const partition of range(0, 3)) expect(withoutRepeats(collector.of(partition))).toEqual(values);
  });

  it('K1: calls that are made at once arrive in the order in which they were made', async () => {
    const [transport, where] = [await open(), await topic(1)];
    const values = range(1, 60).map(String);
    await Promise.all(values.map((value) => transport.publish([out(where, 0, value)])));
    const collector = new Collector();
    await transport.subscribe(group(), [where.topic], collector);
    await until('all have come', () => collector.kinds >= 60);
    expect(withoutRepeats(collector.of(0))).toEqual(values);
  });

  it('K2: delivers what was acknowledged, and of what was refused nothing or the same again, never in another order', async () => {
    const [transport, where] = [await open(), await topic(2)];
    const refused: string[] = [];
    for (const n of range(1, 40)) {
      const batch = [out(where, 0, `${n}a`), out(where, 0, `${n}b`)];
      const bad = n % 8 === 0 ? [out(where, 7, 'nowhere')] : n % 20 === 1 ? [out(where, 1, new Uint8Array(3_000_000))] : [];
      const error = await transport.publish([...batch, ...bad]).catch((fault: Error) => fault);
      if (error) refused.push(`${n}a`, `${n}b`);
      if (error) await transport.publish(batch);
    }
    const collector = new Collector();
    await transport.subscribe(group(), [where.topic], collector);
    const values = range(1, 40).flatMap((n) => [`${n}a`, `${n}b`]);
    await until('the last has come', () => collector.of(0).includes('40b'));
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(withoutRepeats(collector.of(0))).toEqual(values);
    expect(collector.of(0).filter((value) => !refused.includes(value))).toEqual(values.filter((value) => !refused.includes(value)));
  });

  it('K9: brings bytes over as they were: a large value, an empty one, keys, headers in any script', async () => {
    const [transport, where] = [await open(), await topic(1)];
    const [large, all] = [new Uint8Array(1_000_000).map((_, at) => at % 251), Uint8Array.from(range(0, 255))];
    const headers = { 'ce_subject': 'protégé Ω 漢字 👩‍💼', 'content-type': 'application/json', empty: '', ce_position: '9007199254740993' };
    await transport.publish([out(where, 0, large, { key: all }), out(where, 0, '', { headers }), out(where, 0, all, { key: new Uint8Array(0) })]);
    await transport.publish([out(where, 0, large), out(where, 0, large)]); // together more than a broker takes in one batch
    const collector = new Collector();
    await transport.subscribe(group(), [where.topic], collector);
    await until('all five have come', () => collector.kinds >= 5);
    const [first, second, third, ...rest] = collector.all.map(({ record }) => record);
    expect(Buffer.compare(first!.value!, large) + Buffer.compare(first!.key!, all)).toBe(0);
    expect({ value: text(second!.value), key: text(second!.key), headers: second!.headers }).toEqual({ value: '', key: 'key-0', headers });
    expect(second!.value).not.toBeNull();
    expect(Buffer.compare(third!.value!, all) + third!.key!.length).toBe(0);
    expect(rest.map(({ value }) => value!.length)).toEqual([1_000_000, 1_000_000]);
  });

  it('K14: names a topic that is not there, and does not make it', async () => {
    const transport = await open();
    const absent = { topic: `${group()}-absent`, partitions: 1 };
    await expect(transport.publish([out(absent, 0, 'x')])).rejects.toThrow(UnknownTopic);
    await expect(transport.subscribe(group(), [absent.topic], new Collector())).rejects.toThrow(UnknownTopic);
    await expect(transport.publish([out(absent, 0, 'x')])).rejects.toThrow(`The topic ${absent.topic} does not exist.`);
  });

  it('K14: refuses a topic with another number of partitions, and leaves one that is right as it is', async () => {
    const [transport, where] = [await open(), await topic(3)];
    await transport.publish([out(where, 2, 'kept')]);
    await transport.ensureTopics([where]);
    await Promise.all([transport.ensureTopics([where, { topic: `${where.topic}.too`, partitions: 2 }]), (await open()).ensureTopics([{ topic: `${where.topic}.too`, partitions: 2 }])]);
    await expect(transport.ensureTopics([{ ...where, partitions: 5 }])).rejects.toThrow(WrongTopic);
    await expect(transport.ensureTopics([{ ...where, partitions: 5 }])).rejects.toThrow(/has 3 partitions where 5 are needed/);
    const collector = new Collector();
    await transport.subscribe(group(), [where.topic], collector);
    await until('it has come', () => collector.of(2).length === 1);
  });

  it('K13: refuses to publish once it is closed', async () => {
    const [transport, where] = [await open(), await topic(1)];
    await transport.publish([out(where, 0, 'before')]);
    await transport.close();
    await expect(transport.publish([out(where, 0, 'after')])).rejects.toThrow(TransportClosed);
    await expect(transport.subscribe(group(), [where.topic], new Collector())).rejects.toThrow(TransportClosed);
  });

  it('K16: hands over what others wrote as the bytes they wrote', async () => {
    const [transport, where] = [await open(), await topic(1)];
    const halves = Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x00]);
    await under().put({ topic: where.topic, partition: 0 }, { key: null, value: null, headers: {} });
    await under().put({ topic: where.topic, partition: 0 }, { key: new Uint8Array(0), value: halves, headers: { bytes: Uint8Array.from([0xff, 0x41]), __proto___: 'x' } });
    await transport.publish([out(where, 0, 'ours')]);
    const collector = new Collector();
    await transport.subscribe(group(), [where.topic], collector);
    await until('all three have come', () => collector.kinds >= 3);
    const [nothing, torn, ours] = collector.all.map(({ record }) => record);
    expect(nothing).toMatchObject({ key: null, value: null, headers: {} });
    expect(Buffer.compare(torn!.value!, halves)).toBe(0);
    expect(Object.keys(torn!.headers).sort()).toEqual(['__proto___', 'bytes']);
    expect(text(ours!.value)).toBe('ours');
  });
});
