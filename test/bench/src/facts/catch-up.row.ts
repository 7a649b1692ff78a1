import { setTimeout as sleep } from 'node:timers/promises';
import { getPostgreSQLEventStore, postgreSQLProjection } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { interleave, type Bench, type BenchRow, type Lap } from '../bench-row.js';
import { newTenants, openOurParts, ourLog } from '../our-log.js';
import { emmett, queryOnce } from '../peers/emmett.js';
import { emmettFacts, FACT_TABLE } from '../peers/emmett-facts.js';
import { actionHistory, compareFacts, expectedFacts, FACT_COLUMNS, type ActionFact, type HistoryEvent } from './action-history.js';
import { actionFacts } from './action-facts.projection.js';
import { loadHistory, newRunner, readOurFacts } from './our-facts.js';

const EVENTS = 10_000;

const perSecond = (events: number, from: number): number => (events * 1_000) / (performance.now() - from);

const ours = async ({ server }: Bench, history: readonly HistoryEvent[], expected: readonly ActionFact[]): Promise<Lap> => {
  const database = await server.fresh(ourLog);
  const parts = await openOurParts(database.url);
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  const runner = newRunner(parts);
  try {
    const [tenant] = await newTenants(parts.store, 1);
    await loadHistory(parts, tenant!, history);
    await admin.query('VACUUM ANALYZE log.event');
    await admin.query('CHECKPOINT');
    const from = performance.now();
    await runner.start();
    const reached = `SELECT FROM read.position WHERE tenant_id = $1 AND projection = $2 AND position >= $3`;
    while ((await admin.query(reached, [tenant, actionFacts.name, history.length])).rowCount === 0) await sleep(5);
    return { value: perSecond(history.length, from), ...compareFacts(expected, await readOurFacts(database.url, tenant!)) };
  } finally {
    await runner.stop();
    await admin.end();
    await parts.close();
    await database.drop();
  }
};

const EVENTS_A_CALL = 500;

const peer = async ({ server }: Bench, history: readonly HistoryEvent[], expected: readonly ActionFact[]): Promise<Lap> => {
  const database = await server.fresh(emmett);
  const store = getPostgreSQLEventStore(database.url);
  try {
    for (let at = 0; at < history.length; at += EVENTS_A_CALL) {
      const events = history.slice(at, at + EVENTS_A_CALL).map(({ type, data, occurredOn }) => ({ type, data: { ...data, occurredOn } }));
      await store.appendToStream(`actions-${at}`, events);
    }
    await queryOnce(database.url, FACT_TABLE);
    await queryOnce(database.url, 'VACUUM ANALYZE emt_messages');
    await queryOnce(database.url, 'CHECKPOINT');
    const from = performance.now();
    const consumer = store.consumer({ stopWhen: { noMessagesLeft: true } });
    consumer.projector({ processorId: 'facts', projection: postgreSQLProjection(emmettFacts) });
    await consumer.start();
    const value = perSecond(history.length, from);
    return { value, ...compareFacts(expected, await queryOnce<ActionFact>(database.url, `SELECT ${FACT_COLUMNS} FROM fact`)) };
  } finally {
    await store.close();
    await database.drop();
  }
};

export const catchUp: BenchRow = {
  row: 'catch-up', unit: 'events/s', hold: { atLeast: 10 },
  how: `The same facts from a log of ${EVENTS.toLocaleString('en')} events that is there before the reader starts. Ours: the runner with its defaults (1,000 a batch), from its start until its position is the head. The peer: Emmett's
consumer with its defaults (100 messages a pull, 50 ms between pulls) and a projector that keeps the same table with two statements a batch, until it reports that no message is left. Every row of both is compared.`,
  measure(bench) {
    const history = actionHistory(bench.quick ? 4_000 : EVENTS);
    const expected = expectedFacts(history);
    return interleave(bench, 'catch-up', 'events/s', emmett.name, () => ours(bench, history, expected), () => peer(bench, history, expected));
  },
};
