import { aTenant } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import kafkajs from 'kafkajs';
import { KafkajsLogTransport } from '../kafka/kafkajs-log-transport.js';
import { describeWithKafka, ownTopic } from '../kafka-for-specs.testing.js';
import { readLogRecord } from '../log-record.js';
import type { TopicSpec } from '../log-transport.js';
import { LOG_TOPIC } from '../topics.js';
import { firsts, freshRelayLog, until, upTo, witness, type FreshRelayLog } from './relay.fixtures.js';
import { Relay } from './relay.js';

jest.setTimeout(240_000);
const TENANTS = [1, 2, 3, 4].map(aTenant);

describeWithKafka('the relay and a broker', ({ brokers }) => {
  let log: FreshRelayLog;
  let topic: TopicSpec;
  let ending: (() => Promise<unknown>)[];
  beforeAll(async () => { log = await freshRelayLog(); });
  beforeEach(async () => {
    await log.reset();
    for (const tenant of TENANTS) await log.events.openLog(tenant);
    topic = ownTopic(LOG_TOPIC);
    ending = [];
  });
  afterEach(async () => {
    for (const end of ending.reverse()) await end();
  });
  afterAll(() => log?.close());

  const client = () => KafkajsLogTransport.open({ brokers, clientId: 'spec' });
  const open = async () => {
    const transport = await client();
    await transport.ensureTopics([topic]);
    return transport;
  };
  const running = (owner: string, watch = witness()) => {
    const relay = new Relay(log.store, { owner, open, to: topic, watch: watch.watch });
    ending.push(() => relay.stop());
    relay.start();
    return watch.told;
  };
  /** Reads the topic from its beginning. */
  const reading = async () => {
    const positions = new Map<TenantId, number[]>(TENANTS.map((tenant) => [tenant, []]));
    const transport = await open();
    ending.push(() => transport.close());
    await transport.subscribe(`${topic.topic}.reader`, [topic.topic], {
      records: async (_partition, batch) => {
        for (const record of batch) {
          const read = readLogRecord(record);
          if (read.kind === 'event') positions.get(read.tenant)!.push(read.position);
        }
      },
    });
    return positions;
  };
  const marksStandAt = (head: number) => until(`all marks to stand at ${head}`, async () => {
    const marks = await log.marks();
    return TENANTS.every((tenant) => marks.get(tenant) === head);
  }, 120);

  it('brings every event of every log to the topic, in order, and what is appended meanwhile', async () => {
    for (const tenant of TENANTS) await log.append(tenant, 1_200, { of: tenant });
    const told = running('one');
    const read = await reading();
    for (let at = 0; at < 5; at += 1) for (const tenant of TENANTS) await log.append(tenant, 10);
    await marksStandAt(1_250);
    await until('all to be read', () => TENANTS.every((tenant) => firsts(read.get(tenant)!).length === 1_250), 120);
    for (const tenant of TENANTS) expect(firsts(read.get(tenant)!)).toEqual(upTo(1_250));
    expect(told.holes).toEqual([]);
  });

  it('makes a topic that was deleted anew, and fills it from where an operator set the marks back to', async () => {
    for (const tenant of TENANTS) await log.append(tenant, 50);
    running('one');
    await marksStandAt(50);
    const admin = new kafkajs.Kafka({ brokers: [...brokers], clientId: 'operator', logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topic.topic] });
    await until('the topic to be gone', async () => !(await admin.listTopics()).includes(topic.topic));
    await admin.disconnect();
    await log.store.rewind(TENANTS.map((tenant) => ({ tenant, position: 20 })));
    for (const tenant of TENANTS) await log.append(tenant, 5);
    await marksStandAt(55);
    const read = await reading();
    await until('all of it to be read', () => TENANTS.every((tenant) => read.get(tenant)!.at(-1) === 55), 120);
    for (const tenant of TENANTS) expect(firsts(read.get(tenant)!)).toEqual(upTo(55).slice(20));
  });
});
