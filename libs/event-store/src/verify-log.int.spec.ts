import { Database } from '@vouchsafe/access';
import { UnknownLog } from './faults.js';
import { anAppend, anEvent, aTenant, aWrite, freshLog, type FreshLog } from './testing.js';
import { verifyLog } from './verify-log.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
const EVENTS = 12;
let log: FreshLog;

const verify = (pageSize = 5) => verifyLog(log.database, ACME, { pageSize });
/** Whoever holds the superuser's password can do this. */
const behindOurBack = async (...statements: string[]) => {
  await log.admin.query('BEGIN; SET LOCAL session_replication_role = replica');
  for (const statement of statements) await log.admin.query(statement);
  await log.admin.query('COMMIT');
};
const restore = () => behindOurBack(...['event', 'stream', 'tenant_log'].flatMap((table) => [`DELETE FROM log.${table}`, `INSERT INTO log.${table} SELECT * FROM backup.${table}`]));

beforeAll(async () => {
  log = await freshLog();
  await log.store.openLog(ACME);
  await log.store.openLog(GLOBEX);
  for (let n = 1; n <= EVENTS; n += 1) await log.store.append(ACME, anAppend(aWrite(`s${n % 3}`, [anEvent({ n })]), n % 2 ? { causation: 'because' } : {}));
  await log.admin.query('CREATE SCHEMA backup');
  for (const table of ['event', 'stream', 'tenant_log']) await log.admin.query(`CREATE TABLE backup.${table} AS TABLE log.${table}`);
});
afterEach(() => restore());
afterAll(() => log?.close());

it('finds nothing in a log that nobody touched', async () => {
  const head = await log.store.head(ACME);
  for (const pageSize of [1, 5, EVENTS, 100]) expect(await verify(pageSize)).toEqual({ events: EVENTS, head: EVENTS, chain: head.chain, ok: true, problems: [] });
  expect(await verifyLog(log.database, GLOBEX)).toMatchObject({ events: 0, head: 0, ok: true });
  await expect(verifyLog(log.database, aTenant(9))).rejects.toThrow(UnknownLog);
});

it('says how far it is', async () => {
  const seen: [number, number][] = [];
  await verifyLog(log.database, ACME, { pageSize: 5, onProgress: (checked, head) => seen.push([checked, head]) });
  expect(seen).toEqual([[5, 12], [10, 12], [12, 12]]);
});

describe('names the position of the first event of which one column was altered', () => {
  const byType: Record<string, string> = {
    uuid: `'${GLOBEX}'`, bigint: '$ + 1000000', integer: '$ + 1', text: `$ || ' '`, json: `($::text || ' ')::json`, date: '$ + 1', bytea: 'set_byte($, 31, get_byte($, 31) # 1)',
    'timestamp with time zone': `$ + interval '1 microsecond'`,
  };
  const more: Record<string, string[]> = {
    causation: [`''`, 'NULL', `'other'`], recorded_at: [`$ - interval '1 day'`, `'infinity'`, `'-infinity'`], occurred_on: [`'infinity'`, `'0044-03-15 BC'`], version: ['0', '9007199254740993'], data: [`'{"n":99}'`, `'null'`],
  };
  let columns: { name: string; type: string }[];
  beforeAll(async () => {
    columns = (await log.admin.query(`SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'log' AND table_name = 'event'`)).rows;
    expect(columns.length).toBeGreaterThanOrEqual(15);
  });

  it.each([1, 6, 7, EVENTS])('%i, whichever column', async (position) => {
    const found: [string, number | undefined, boolean][] = [];
    for (const { name, type } of columns) {
      expect(byType[type]).toBeDefined(); // a new kind of column needs a way to be altered here
      for (const expression of [name === 'causation' ? `coalesce($, '') || 'x'` : byType[type]!, ...(more[name] ?? [])]) {
        const before = (await log.admin.query(`SELECT ${name}::text AS value FROM log.event WHERE tenant_id = $1 AND position = $2`, [ACME, position])).rows[0].value as string | null;
        await behindOurBack(`UPDATE log.event SET ${name} = ${expression.replaceAll('$', name)} WHERE tenant_id = '${ACME}' AND position = ${position}`);
        const after = (await log.admin.query(`SELECT ${name}::text AS value FROM log.event WHERE tenant_id = $1 AND position = $2`, [ACME, position])).rows[0]?.value as string | null;
        const verdict = await verify();
        if (before !== after) found.push([`${name} = ${expression}`, verdict.problems[0]?.position, verdict.ok]);
        await restore();
      }
    }
    expect(found.length).toBeGreaterThan(20);
    expect(found).toEqual(found.map(([what]) => [what, position, false]));
  }, 60_000);
});

const where = (position: number) => `WHERE tenant_id = '${ACME}' AND position = ${position}`;
const move = (from: number, to: number) => `UPDATE log.event SET position = ${to} ${where(from)}`;
it.each<[string, number, string[]]>([
  ['an event removed', 5, [`DELETE FROM log.event ${where(5)}`]],
  ['the first removed', 1, [`DELETE FROM log.event ${where(1)}`]],
  ['several removed across pages', 4, [`DELETE FROM log.event WHERE tenant_id = '${ACME}' AND position BETWEEN 4 AND 8`]],
  ['an event removed and the rest moved up', 5, [`DELETE FROM log.event ${where(5)}`, ...[6, 7, 8, 9, 10, 11, 12].map((position) => move(position, position - 1)), `UPDATE log.tenant_log SET position = 11`]],
  ['two swapped', 5, [move(5, 99), move(8, 5), move(99, 8)]],
  ['two neighbours swapped across pages', 5, [move(5, 99), move(6, 5), move(99, 6)]],
  ['the data of two swapped, digests and all', 3, [`UPDATE log.event AS e SET data = o.data, digest = o.digest FROM backup.event AS o WHERE e.tenant_id = '${ACME}' AND o.tenant_id = e.tenant_id AND e.position IN (3, 9) AND o.position = 12 - e.position`]],
  ['an event put in after the end', 13, [`INSERT INTO log.event SELECT tenant_id, 13, stream, 99, type, schema_version, data, occurred_on, recorded_at, actor, request_key, correlation, causation, digest, chain FROM log.event ${where(12)}`]],
  ['an event put in between', 7, [...[12, 11, 10, 9, 8, 7].map((position) => move(position, position + 1)), `UPDATE log.tenant_log SET position = 13`,
    `INSERT INTO log.event SELECT tenant_id, 7, stream, 99, type, schema_version, data, occurred_on, recorded_at, actor, request_key, correlation, causation, digest, chain FROM log.event ${where(6)}`]],
  ['the end cut off', 10, [`DELETE FROM log.event WHERE tenant_id = '${ACME}' AND position >= 10`]],
  ['everything cut off', 1, [`DELETE FROM log.event WHERE tenant_id = '${ACME}'`]],
  ['the head set back', 12, [`UPDATE log.tenant_log SET position = 11 WHERE tenant_id = '${ACME}'`]],
  ['the head set forward', 13, [`UPDATE log.tenant_log SET position = 13 WHERE tenant_id = '${ACME}'`]],
  ['another chain at the head', 12, [`UPDATE log.tenant_log SET chain = set_byte(chain, 0, get_byte(chain, 0) # 1) WHERE tenant_id = '${ACME}'`]],
  ['another time at the head', 12, [`UPDATE log.tenant_log SET recorded_at = recorded_at + interval '1 microsecond' WHERE tenant_id = '${ACME}'`]],
  ['the head removed', 12, [`DELETE FROM log.tenant_log WHERE tenant_id = '${ACME}'`]],
  ['a stream’s head set back', 12, [`UPDATE log.stream SET version = version - 1 WHERE tenant_id = '${ACME}' AND stream = 's0'`]],
  ['a stream’s head removed', 10, [`DELETE FROM log.stream WHERE tenant_id = '${ACME}' AND stream = 's1'`]],
  ['a stream’s head without a stream', 0, [`INSERT INTO log.stream VALUES ('${ACME}', 'ghost', 1, false)`]],
])('names the position of %s', async (_what, position, statements) => {
  await behindOurBack(...statements);
  for (const pageSize of [5, 100]) {
    const verdict = await verify(pageSize);
    expect([verdict.ok, verdict.problems[0]?.position]).toEqual([false, position]);
  }
});

it('names each of several events altered, each once', async () => {
  await behindOurBack(`UPDATE log.event SET actor = 'system:other' WHERE tenant_id = '${ACME}' AND position IN (3, 4, 9)`, `UPDATE log.event SET chain = digest ${where(7)}`);
  expect((await verify()).problems.map(({ position }) => position)).toEqual([3, 4, 7, 9]);
});

it('raises no alarm over appends that go on meanwhile', async () => {
  const database = Database.open(log.url);
  let stop = false;
  const appending = (async () => {
    for (let n = 0; !stop && n < 200; n += 1) await log.store.append(ACME, anAppend(aWrite(`t${n % 5}`, [anEvent({ n }), anEvent({ n })])));
  })();
  for (let round = 0; round < 30; round += 1) expect((await verifyLog(database, ACME, { pageSize: 1 + (round % 7) })).problems).toEqual([]);
  stop = true;
  await appending;
  await database.close();
}, 240_000);
