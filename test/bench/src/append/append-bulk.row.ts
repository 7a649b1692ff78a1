import { randomBytes, randomUUID } from 'node:crypto';
import type { StoredEvent } from '@vouchsafe/event-schema';
import type { NewEvent } from '@vouchsafe/event-store';
import pg from 'pg';
import { interleave, type Bench, type BenchRow, type Lap } from '../bench-row.js';
import { newTenants, openOurParts, ourLog, readAll } from '../our-log.js';
import { actionOf, compare, EVENT_TYPE } from './event-log.js';

const EVENTS_A_CALL = 1_000;
const WARM_UP_CALLS = 4;
const CALLS = 40;
const STREAM = 'commitment-0';

/** Calls one after the other: the warm-up, then those that are timed. @returns events a second */
const timed = async ({ quick }: Bench, call: (index: number) => Promise<unknown>): Promise<{ perSecond: number; calls: number }> => {
  const calls = WARM_UP_CALLS + (quick ? 6 : CALLS);
  for (let index = 0; index < WARM_UP_CALLS; index += 1) await call(index);
  const from = performance.now();
  for (let index = WARM_UP_CALLS; index < calls; index += 1) await call(index);
  return { perSecond: ((calls - WARM_UP_CALLS) * EVENTS_A_CALL * 1_000) / (performance.now() - from), calls };
};

const eventsOf = (index: number): NewEvent[] => Array.from({ length: EVENTS_A_CALL }, (_, at) =>
  ({ type: EVENT_TYPE, schemaVersion: 1, occurredOn: '2025-03-14', data: actionOf(0, index * EVENTS_A_CALL + at + 1) }));

const ours = async (bench: Bench): Promise<Lap> => {
  const database = await bench.server.fresh(ourLog);
  const { store, close } = await openOurParts(database.url);
  try {
    const [tenant] = await newTenants(store, 1);
    const batches = Array.from({ length: WARM_UP_CALLS + CALLS }, (_, index) => eventsOf(index));
    const { perSecond, calls } = await timed(bench, async (index) => {
      const requestKey = `bulk-${index}`;
      const result = await store.append(tenant!, { requestKey, actor: 'system:bench', correlation: requestKey, writes: [{ stream: STREAM, expected: index * EVENTS_A_CALL, events: batches[index]! }] });
      if (result.outcome !== 'appended') throw new Error(`An append ended as ${result.outcome}.`);
    });
    const ids = (await readAll(store, tenant!)).map(({ actionId }) => actionId);
    return { value: perSecond, ...compare([calls * EVENTS_A_CALL], [ids]) };
  } finally {
    await close();
    await database.drop();
  }
};

const COLUMNS = ['tenant_id', 'position', 'stream', 'version', 'type', 'schema_version', 'data', 'occurred_on', 'recorded_at', 'actor', 'request_key', 'correlation', 'causation', 'digest', 'chain'] as const;

/** The same rows as values in the order of the columns; digest and chain are bytes made beforehand, since nothing computes them here. */
const plainRows = (tenant: string, index: number): unknown[] => eventsOf(index).flatMap(({ type, schemaVersion, data, occurredOn }, at) => {
  const version: StoredEvent['version'] = index * EVENTS_A_CALL + at + 1;
  const requestKey = `bulk-${index}`;
  return [tenant, version, STREAM, version, type, schemaVersion, data, occurredOn, new Date(), 'system:bench', requestKey, requestKey, null, randomBytes(32), randomBytes(32)];
});

const valuesOf = (rows: number): string => Array.from({ length: rows }, (_, row) => `(${COLUMNS.map((_, column) => `$${row * COLUMNS.length + column + 1}`).join(',')})`).join(',');

const plain = async (bench: Bench): Promise<Lap> => {
  const database = await bench.server.fresh(ourLog);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('CREATE TABLE plain_event (LIKE log.event INCLUDING ALL)');
    const tenant = randomUUID();
    const batches = Array.from({ length: WARM_UP_CALLS + CALLS }, (_, index) => plainRows(tenant, index));
    const insert = { name: 'insert', text: `INSERT INTO plain_event (${COLUMNS.join(', ')}) VALUES ${valuesOf(EVENTS_A_CALL)}` };
    const { perSecond, calls } = await timed(bench, (index) => client.query({ ...insert, values: batches[index]! }));
    const { rows } = await client.query<{ id: string }>(`SELECT data->>'actionId' AS id FROM plain_event ORDER BY position`);
    return { value: perSecond, ...compare([calls * EVENTS_A_CALL], [rows.map(({ id }) => id)]) };
  } finally {
    await client.end();
    await database.drop();
  }
};

export const appendBulk: BenchRow = {
  row: 'append-bulk', unit: 'events/s', hold: { atLeast: 0.7 },
  how: `One caller, ${EVENTS_A_CALL.toLocaleString('en')} events a call into one stream, call after call: ${CALLS} of them after ${WARM_UP_CALLS} to warm up. The peer is one prepared
\`INSERT … VALUES\` of the same ${EVENTS_A_CALL.toLocaleString('en')} rows as a superuser into a table made \`LIKE log.event INCLUDING ALL\`: the same columns and indexes, without chain, request, stream heads, row security or triggers;
its digests are bytes made before the clock starts. Both are read back.`,
  measure: (bench) => interleave(bench, 'append-bulk', 'events/s', 'plain multi-row INSERT', () => ours(bench), () => plain(bench)),
};
