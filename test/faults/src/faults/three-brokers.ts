import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { partitionOf } from '@vouchsafe/messaging';
import { Kafka, logLevel } from 'kafkajs';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the commands of a checkout are no project; only their types are taken here
import type * as kafkas from '../../../../infra/kafka/start.mjs';
import type { Field } from '../field/field.js';
import { caughtUp } from '../field/gather.js';
import { TOPIC } from '../field/topic.js';
import type { Violation } from '../history/history.js';
import type { Fault } from './fault.js';

const GOES_ON_WITHIN = 60_000; // ms, on a machine that runs three brokers beside everything else

/** Which node leads the partition of a tenant. */
const leaderOf = async (brokers: readonly string[], tenant: string): Promise<number> => {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [TOPIC] });
    return topics[0]!.partitions.find(({ partitionId }) => partitionId === partitionOf(tenant, 48))!.leader;
  } finally {
    await admin.disconnect();
  }
};

/** Everything that talks to brokers is started anew, on these; the second time, on those it had. */
const moved = async ({ cluster }: Field, env: Readonly<Record<string, string>>): Promise<void> => {
  const parts = Object.values(cluster.processes).filter(({ name }) => !name.startsWith('api'));
  await Promise.all(parts.map((part) => part.stop()));
  for (const part of parts) part.launch(env);
  for (const part of parts) await part.ready();
};

/** A cluster of three brokers: one of them dies, the leader; then another. Two are needed for an acknowledgement. */
export const threeBrokers: Fault = {
  fault: 'F15', what: 'kill -9 the leader of three brokers, then a second', cycles: { short: 1, full: 10 },
  async inflict(field, load) {
    const { startKafka } = (await import(pathToFileURL(resolve('infra/kafka/start.mjs')).href)) as typeof kafkas;
    const kafka = await startKafka({ folder: join(field.home, 'kafka-of-three'), nodes: 3, heap: '256m', quick: true });
    const found: Violation[] = [];
    const mustGoOn = async (when: string): Promise<void> => {
      await load.moves(20);
      if ((await caughtUp(field, GOES_ON_WITHIN)) === null) found.push({ check: 'F15', what: `the read models did not follow within ${GOES_ON_WITHIN / 1_000} s while ${when}`, shown: [] });
    };
    try {
      await moved(field, { KAFKA_BROKERS: kafka.brokers.join(',') });
      const leader = await leaderOf(kafka.brokers, load.tenants[0]!);
      const [first, second] = [kafka.nodes.find(({ id }) => id === leader)!, kafka.nodes.find(({ id }) => id !== leader)!];
      await first.kill('SIGKILL');
      await mustGoOn('one of three brokers was dead');
      await second.kill('SIGKILL');
      await mustGoOn('two of three brokers were dead');
      await Promise.all([first.start(), second.start()]);
      await kafka.ready();
      await mustGoOn('all three were there again');
    } finally {
      await moved(field, {});
      await kafka.stop({ fast: true });
    }
    return found;
  },
};
