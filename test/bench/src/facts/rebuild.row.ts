import { setTimeout as sleep } from 'node:timers/promises';
import { beginRebuild } from '@vouchsafe/projections';
import pg from 'pg';
import { interleave, type BenchRow, type Lap } from '../bench-row.js';
import { newTenants, openOurParts, ourLog } from '../our-log.js';
import { actionFacts } from './action-facts.projection.js';
import { actionHistory, compareFacts, expectedFacts, FACT_COLUMNS, type ActionFact } from './action-history.js';
import { loadHistory, newRunner, readOurFacts } from './our-facts.js';

const EVENTS = 100_000;

const FACTS_IN_SQL = `
  INSERT INTO plain_fact (tenant_id, action_id, known_from, known_to, commitment_id, sponsor_id, act, protege_present, occurred_on)
  SELECT tenant_id, action_id, known_from, known_to, data->>'commitmentId', data->>'sponsorId', data->>'act', (data->>'protegePresent')::boolean, occurred_on
    FROM (
      SELECT tenant_id, type, data, occurred_on, data->>'actionId' AS action_id, position AS known_from,
             lead(position) OVER (PARTITION BY data->>'actionId' ORDER BY position) AS known_to
        FROM log.event WHERE tenant_id = $1 AND type IN ('ActionRecorded', 'ActionCorrected', 'ActionRetracted')
    ) AS believed
   WHERE type <> 'ActionRetracted'`;

export const rebuild: BenchRow = {
  row: 'rebuild', unit: 'events/s', hold: { atLeast: 0.6 },
  how: `A log of ${EVENTS.toLocaleString('en')} events (recorded, corrected, retracted actions) and a bitemporal fact table with two indexes. Ours: from \`beginRebuild\` until the new tables have taken over, beside
live ones, with the runner's default batches. The peer: one \`INSERT … SELECT\` as a superuser that computes the same facts (\`lead()\` for \`known_to\`) into a new table \`LIKE\` ours, without checkpoint or row security.
Every row of both is compared with the facts that a plain loop expects.`,
  async measure(bench) {
    const history = actionHistory(bench.quick ? 10_000 : EVENTS);
    const expected = expectedFacts(history);
    const database = await bench.server.fresh(ourLog);
    const parts = await openOurParts(database.url);
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    const isBuilding = async () => (await admin.query(`SELECT FROM read.build WHERE projection = $1 AND state = 'BUILDING'`, [actionFacts.name])).rowCount! > 0;
    const runner = newRunner(parts);
    try {
      const [tenant] = await newTenants(parts.store, 1);
      await loadHistory(parts, tenant!, history);
      await runner.start();
      while (await isBuilding()) await sleep(50);
      await admin.query('VACUUM ANALYZE log.event');
      const perSecond = (from: number) => (history.length * 1_000) / (performance.now() - from);

      const ours = async (): Promise<Lap> => {
        await admin.query('CHECKPOINT');
        const from = performance.now();
        if (!(await beginRebuild(database.url, actionFacts))) throw new Error('A rebuild was under way.');
        while (await isBuilding()) await sleep(5);
        return { value: perSecond(from), ...compareFacts(expected, await readOurFacts(database.url, tenant!)) };
      };
      const peer = async (): Promise<Lap> => {
        await admin.query('CHECKPOINT');
        const from = performance.now();
        await admin.query(`CREATE TABLE plain_fact (LIKE ${actionFacts.table} INCLUDING ALL)`);
        await admin.query(FACTS_IN_SQL, [tenant]);
        const value = perSecond(from);
        const { rows } = await admin.query<ActionFact>(`SELECT ${FACT_COLUMNS} FROM plain_fact`);
        await admin.query('DROP TABLE plain_fact');
        return { value, ...compareFacts(expected, rows) };
      };
      return await interleave(bench, 'rebuild', 'events/s', 'INSERT … SELECT', ours, peer);
    } finally {
      await runner.stop();
      await admin.end();
      await parts.close();
      await database.drop();
    }
  },
};
