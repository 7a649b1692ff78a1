import { setTimeout as sleep } from 'node:timers/promises';
import type { TenantId } from '@vouchsafe/event-schema';
import pg from 'pg';
import { median, quantile, type Bench, type BenchRow } from '../bench-row.js';
import { actionFacts } from '../facts/action-facts.projection.js';
import { newRunner } from '../facts/our-facts.js';
import { newTenants, openOurParts, ourLog, type OurParts } from '../our-log.js';

const PER_SECOND = 1_000;
const SECONDS = 10;
const WARM_UP_SECONDS = 2;
const GIVE_UP_MS = 10_000;

/** Milliseconds since 1970 with fractions, comparable with the server's clock: it is the same machine's. */
const now = (): number => performance.timeOrigin + performance.now();

/** Appends `count` events at a steady rate, whether or not earlier ones have been answered. @returns when the log learned of each, by position */
const write = async ({ store }: OurParts, tenant: TenantId, count: number): Promise<Map<number, number>> => {
  const learned = new Map<number, number>();
  const pending: Promise<void>[] = [];
  const from = performance.now();
  const append = async (index: number) => {
    const requestKey = `fresh-${index}`;
    const result = await store.append(tenant, {
      requestKey, actor: 'system:bench', correlation: requestKey,
      writes: [{
        stream: `action-${index}`, expected: 'none',
        events: [{ type: 'ActionRecorded', schemaVersion: 1, occurredOn: '2025-03-14', data: { actionId: `action-${index}`, commitmentId: `commitment-${index % 97}`, sponsorId: 'person-1', act: 'boost', protegePresent: true } }],
      }],
    });
    if (result.outcome !== 'appended') throw new Error(`An append ended as ${result.outcome}.`);
    learned.set(result.position, Date.parse(result.recordedAt));
  };
  for (let index = 0; index < count;) {
    const due = Math.min(count, Math.floor(((performance.now() - from) * PER_SECOND) / 1_000) + 1);
    for (; index < due; index += 1) pending.push(append(index));
    await sleep(1);
  }
  await Promise.all(pending);
  return learned;
};

/** Asks the read model again and again, on a connection of its own, what is new in it. */
const observe = (client: pg.Client, tenant: TenantId, count: number) => {
  const seen = new Map<number, number>();
  let outOfOrder = 0;
  let stopped = false;
  const text = `SELECT known_from::float8 AS position FROM ${actionFacts.table} WHERE tenant_id = $1 ORDER BY known_from`;
  const recent = { name: 'recent', text: `SELECT known_from::float8 AS position FROM ${actionFacts.table} WHERE tenant_id = $1 AND known_from > $2 ORDER BY known_from` };
  const watching = (async () => {
    let last = 0;
    while (!stopped && seen.size < count) {
      const { rows } = await client.query<{ position: number }>({ ...recent, values: [tenant, last] });
      const at = now();
      for (const { position } of rows) seen.set(position, at);
      last = rows.at(-1)?.position ?? last;
      await sleep(2); // more would take the processor from those who are measured
    }
    // What turned up behind the last position seen was not there when its successor was.
    const { rows } = await client.query<{ position: number }>(text, [tenant]);
    outOfOrder = rows.filter(({ position }) => !seen.has(position)).length;
    return { seen, outOfOrder, stored: new Set(rows.map(({ position }) => position)) };
  })();
  return { watching, stop: () => { stopped = true; } };
};

const lap = async ({ server, quick }: Bench): Promise<{ p50: number; p99: number; lost: number; outOfOrder: number }> => {
  const database = await server.fresh(ourLog);
  const parts = await openOurParts(database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`CREATE INDEX ON ${actionFacts.table} (tenant_id, known_from)`); // the observer's alone
  const runner = newRunner(parts);
  try {
    const [tenant] = await newTenants(parts.store, 1);
    await runner.start();
    const count = PER_SECOND * (WARM_UP_SECONDS + (quick ? 2 : SECONDS));
    const observer = observe(client, tenant!, count);
    const learned = await write(parts, tenant!, count);
    await Promise.race([observer.watching, sleep(GIVE_UP_MS, undefined, { ref: false })]);
    observer.stop();
    const { seen, outOfOrder, stored } = await observer.watching;
    const counted = [...learned].filter(([position]) => position > PER_SECOND * WARM_UP_SECONDS && seen.has(position));
    const latencies = counted.map(([position, at]) => seen.get(position)! - at);
    return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), lost: [...learned.keys()].filter((position) => !stored.has(position)).length, outOfOrder };
  } finally {
    await runner.stop();
    await client.end();
    await parts.close();
    await database.drop();
  }
};

export const freshness: BenchRow = {
  row: 'freshness', unit: 'ms (p99)', hold: { atMost: 50 },
  how: `${PER_SECOND.toLocaleString('en')} single-event appends a second into one tenant's log, sent by the clock and not by the answers, for ${SECONDS} seconds after ${WARM_UP_SECONDS} to warm up, while the runner folds them in the same process. From
\`recordedAt\`, which the log sets before it commits, to the answer of the first query that shows the row; another connection asks every two milliseconds. So the commit and the asking are inside the figure.
The 99th percentile per run, then the median of the runs. A row that turns up behind one already seen counts as out of order, an acknowledged event without a row as lost.`,
  async measure(bench) {
    const laps: Awaited<ReturnType<typeof lap>>[] = [];
    for (let run = 1; run <= bench.runs; run += 1) {
      const one = await lap(bench);
      laps.push(one);
      bench.progress(`freshness, run ${run} of ${bench.runs}: p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms`);
    }
    const total = (of: 'lost' | 'outOfOrder') => laps.reduce((sum, one) => sum + one[of], 0);
    return {
      ours: median(laps.map(({ p99 }) => p99)), peer: null, peerName: null, ratio: null, runs: bench.runs, lost: total('lost'), outOfOrder: total('outOfOrder'),
      peerLost: null, peerOutOfOrder: null, also: { 'p50 in ms': median(laps.map(({ p50 }) => p50)) },
    };
  },
};
