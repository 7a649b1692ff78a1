import type { KafkaOptions, LogTransport } from '@vouchsafe/messaging';
import kafkajs from 'kafkajs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafkaForTests } from '../../../../infra/kafka/start-for-tests.mjs';
import { SESSION, type FrailBroker, type TransportUnderTest } from './subject.js';

/** A broker of its own for K10, since all other suites share theirs. */
const frailKafka = async (open: (options: KafkaOptions) => Promise<LogTransport>): Promise<FrailBroker> => {
  const kafka = await startKafkaForTests(await mkdtemp(join(tmpdir(), 'vouchsafe-frail-')));
  const [node] = kafka.nodes;
  return {
    open: () => open({ brokers: kafka.brokers, clientId: 'contract', sessionTimeout: SESSION }),
    stop: () => node!.kill('SIGKILL'),
    start: async () => {
      await node!.start();
      await kafka.ready();
    },
    close: () => kafka.stop({ fast: true }),
  };
};

const asBuffer = (value: Uint8Array | string): Buffer => Buffer.from(value as string);

/** An adapter on a real broker. What is foreign, and what operators do, goes by a client of its own. */
export const kafkaUnderTest = async (brokers: readonly string[], open: (options: KafkaOptions) => Promise<LogTransport>): Promise<TransportUnderTest> => {
  const kafka = new kafkajs.Kafka({ brokers: [...brokers], clientId: 'stranger', logLevel: kafkajs.logLevel.NOTHING });
  const [admin, producer] = [kafka.admin(), kafka.producer({ allowAutoTopicCreation: false })];
  await Promise.all([admin.connect(), producer.connect()]);
  return {
    session: SESSION,
    open: (options = {}) => open({ brokers, clientId: 'contract', ...options }),
    async put({ topic, partition }, { key, value, headers }) {
      const message = { partition, key: key && asBuffer(key), value: value && asBuffer(value), headers: Object.fromEntries(Object.entries(headers).map(([name, bytes]) => [name, asBuffer(bytes)])) };
      await producer.send({ topic, messages: [message] });
    },
    deleteTopic: (topic) => admin.deleteTopics({ topics: [topic] }),
    frail: () => frailKafka(open),
    async close() { await Promise.all([admin.disconnect(), producer.disconnect()]); },
  };
};
