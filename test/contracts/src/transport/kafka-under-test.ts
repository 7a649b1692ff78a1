import type { KafkaOptions, LogTransport } from '@vouchsafe/messaging';
import kafkajs from 'kafkajs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SESSION, type FrailBroker, type TransportUnderTest } from './subject.js';

const command = fileURLToPath(new URL('../../../../infra/kafka/run.mjs', import.meta.url));

/** A broker of its own for K10, since all other suites share theirs. It ends with this process. */
const frailKafka = async (open: (options: KafkaOptions) => Promise<LogTransport>): Promise<FrailBroker> => {
  const child = spawn(process.execPath, [command, '--for-tests'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('The broker of this suite has ended.');
    return value as string;
  };
  const say = async (line: string) => {
    child.stdin.write(`${line}\n`);
    const answered = await answer();
    if (answered !== 'ok') throw new Error(answered);
  };
  const { brokers } = JSON.parse(await answer()) as { brokers: string[] };
  return {
    open: () => open({ brokers, clientId: 'contract', sessionTimeout: 6_000 }), // so long the group waits for who died with the broker
    stop: () => say('kill 1'),
    async start() {
      await say('start 1');
      await say('ready');
    },
    async close() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
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
    open: (options = {}) => open({ brokers, clientId: 'contract', sessionTimeout: 30_000, ...options }), // what a stalled machine does not wear out
    async put({ topic, partition }, { key, value, headers }) {
      const message = { partition, key: key && asBuffer(key), value: value && asBuffer(value), headers: Object.fromEntries(Object.entries(headers).map(([name, bytes]) => [name, asBuffer(bytes)])) };
      await producer.send({ topic, messages: [message] });
    },
    deleteTopic: (topic) => admin.deleteTopics({ topics: [topic] }),
    frail: () => frailKafka(open),
    async close() { await Promise.all([admin.disconnect(), producer.disconnect()]); },
  };
};
