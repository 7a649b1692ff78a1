import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import type { Effect, Sample, Seen } from '../history/history.js';
import type { Field } from './field.js';

const TOPIC = 'vouchsafe.log.v1';

/** Everything that the logs hold, read past the product. */
export const readLog = ({ ask }: Field): Promise<Seen[]> => ask<Seen>(
  `SELECT tenant_id AS tenant, position::int, stream, version::int, request_key AS key, encode(digest, 'hex') AS digest FROM log.event ORDER BY tenant_id, position`);

/** Which tenant stands behind a handle. */
export const tenantsOf = async ({ organizations, ask }: Field): Promise<Map<string, string>> => {
  const rows = await ask<{ tenant: string; correlation: string; stream: string }>(`SELECT DISTINCT tenant_id AS tenant, stream FROM log.event WHERE stream LIKE 'commitment-%'`);
  return new Map(organizations.map(({ handle, commitmentId }) => [handle, rows.find(({ stream }) => stream === `commitment-${commitmentId}`)!.tenant]));
};

const POSITIONS = `SELECT p.projection AS consumer, p.tenant_id AS tenant, p.position::int FROM read.position AS p JOIN read.build AS b USING (projection, version, build) WHERE b.state = 'LIVE'`;

/** Looks how far every projection has come, until it is told to stop. */
export const watchPositions = ({ ask }: Field): { stop(): Promise<Sample[]> } => {
  const samples: Sample[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const rows = await ask<Omit<Sample, 't'>>(POSITIONS).catch(() => []); // PostgreSQL may be what fails
      for (const row of rows) samples.push({ t: performance.now(), ...row });
      await sleep(250);
    }
  })();
  return { stop: async () => { isOver = true; await watching; return samples; } };
};

/** Waits until every projection of every tenant stands at its head. @returns how long that took, in milliseconds; null if it did not happen in time */
export const caughtUp = async ({ ask }: Field, within: number): Promise<number | null> => {
  const from = performance.now();
  while (performance.now() - from < within) {
    const behind = await ask<{ behind: number }>(`SELECT count(*)::int AS behind FROM (${POSITIONS}) AS p JOIN log.tenant_log AS l ON l.tenant_id = p.tenant AND l.position > p.position`).catch(() => undefined);
    if (behind?.[0]?.behind === 0) return performance.now() - from;
    await sleep(100);
  }
  return null;
};

/** What the facts of the programmes hold: the actions that are believed, by the keys under which they were recorded. */
export const readEffects = async ({ ask }: Field): Promise<Effect[]> => {
  const [build] = await ask<{ version: number }>(`SELECT version FROM read.build WHERE projection = 'program-facts' AND state = 'LIVE'`);
  const positions = await ask<{ tenant: string; position: number }>(`SELECT tenant, position FROM (${POSITIONS}) AS p WHERE consumer = 'program-facts'`);
  const rows = await ask<{ tenant: string; value: string }>(
    `SELECT f.tenant_id AS tenant, e.request_key AS value FROM read.advocacy_fact_v${build!.version} AS f
       JOIN log.event AS e ON e.tenant_id = f.tenant_id AND e.type = 'AdvocacyActionRecorded' AND e.data->>'actionId' = f.action_id WHERE f.known_to IS NULL`);
  return positions.map(({ tenant, position }) => ({ consumer: 'program-facts', tenant, position, values: rows.filter((row) => row.tenant === tenant).map(({ value }) => value) }));
};

/** Everything that the topic holds, read by a client that knows nothing of ours. */
export const readTopic = async ({ cluster }: Field): Promise<Seen[]> => {
  const kafka = new Kafka({ brokers: [...cluster.brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  const consumer = kafka.consumer({ groupId: `faults-${randomUUID()}` });
  const seen: Seen[] = [];
  try {
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(TOPIC);
    const ends = new Map(offsets.filter(({ high, low }) => Number(high) > Number(low)).map(({ partition, high }) => [partition, Number(high)]));
    if (ends.size === 0) return [];
    await consumer.connect();
    await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
    await new Promise<void>((done, failed) => {
      const giveUp = setTimeout(() => failed(new Error(`The topic could not be read to its end: partitions ${[...ends.keys()].join(', ')} are open.`)), 120_000);
      void consumer.run({
        eachMessage: async ({ partition, message }) => {
          const header = (name: string) => message.headers?.[name]?.toString() ?? '';
          seen.push({ tenant: header('ce_tenantid'), position: Number(header('ce_position')), stream: header('ce_subject'), version: Number(header('ce_streamversion')), key: '', digest: header('ce_digest') });
          if (Number(message.offset) + 1 >= (ends.get(partition) ?? Infinity)) ends.delete(partition);
          if (ends.size === 0) { clearTimeout(giveUp); done(); }
        },
      }).catch(failed);
    });
    return seen;
  } finally {
    await consumer.disconnect().catch(() => undefined);
    await admin.disconnect().catch(() => undefined);
  }
};
