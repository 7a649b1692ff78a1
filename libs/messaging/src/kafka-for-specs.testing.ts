import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { TopicSpec } from './log-transport.js';

/** The broker of this run of jest, shared by all specs: make topics and groups of your own. */
export interface KafkaForSpecs {
  readonly brokers: readonly string[];
}

type Answer = { readonly brokers: readonly string[]; readonly missing?: undefined } | { readonly missing: string; readonly brokers?: undefined };

let answer: Answer | undefined;

/** Asks for the broker while specs are being collected, since only then can a suite be skipped; whoever asks first in a run waits until it has started. */
const askForBroker = (): Answer => {
  const command = process.env['VOUCHSAFE_TEST_BROKER_COMMAND'];
  if (!command) throw new Error('VOUCHSAFE_TEST_BROKER_COMMAND is missing: run specs with `npm test`, or with jest and test/jest.config.mjs.');
  const { status, stdout } = spawnSync(process.execPath, [command, 'ask'], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (status !== 0) return { missing: `${command} ended with status ${status}` };
  return JSON.parse(stdout) as Answer;
};

/** A suite on a real broker: KAFKA_BROKERS, else a container, else from Java. Where there is none, it says so in one line and skips. */
export const describeWithKafka = (name: string, suite: (kafka: KafkaForSpecs) => void): void => {
  answer ??= askForBroker();
  const { brokers } = answer;
  if (brokers) return describe(name, () => suite({ brokers }));
  process.stderr.write(`\nNOT RUN, FOR WANT OF KAFKA: ${name}. ${answer.missing}\n`);
  return describe.skip(name, () => suite({ brokers: [] }));
};

/** The same topic under a name that nobody else uses. */
export const ownTopic = (spec: TopicSpec, change: Partial<TopicSpec> = {}): TopicSpec => ({ ...spec, topic: `${spec.topic}.${randomBytes(6).toString('hex')}`, ...change });
