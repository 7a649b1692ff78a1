import { readFile } from 'node:fs/promises';
import { LocalWakeups, PostgresEventStore, PostgresWakeups } from '@vouchsafe/event-store';
import { anAppend, aWrite } from '@vouchsafe/event-store/testing';
import { Database } from '@vouchsafe/access';
import { eventually, PATIENCE_MS } from '@vouchsafe/test-support';
import pg from 'pg';
import { range } from './event-store.contract.js';
import { ACME, GLOBEX, logUnderTest } from './log-under-test.js';
import { anEmbeddedServer, type OwnServer } from './servers.js';

// A server of its own, that allows prepared transactions and tells everything it does.

jest.setTimeout(2 * PATIENCE_MS);

let server: OwnServer;
beforeAll(async () => {
  server = await anEmbeddedServer({
    fsync: 'off', max_prepared_transactions: '2', log_statement: 'all', trace_notify: 'on', log_min_messages: 'debug1', log_line_prefix: '%p %a|',
  });
});
const under = logUnderTest(() => server.url);
afterAll(() => server?.stop()); // after the log in it was closed

describe('long transactions elsewhere', () => {
  let otherDatabase: pg.Client;
  beforeAll(async () => {
    await under.log.admin.query('CREATE TABLE public.elsewhere (n int); INSERT INTO public.elsewhere SELECT generate_series(1, 100)');
    otherDatabase = new pg.Client({ connectionString: server.url });
    await otherDatabase.connect();
  });
  afterAll(() => otherDatabase?.end());

  it('delay no append and no reader: of another table, of another database, prepared, and an index under construction', async () => {
    const [writing, prepared, indexing] = [await under.client(), await under.client(), await under.client()];
    await otherDatabase.query('BEGIN; CREATE TEMPORARY TABLE mine (n int); INSERT INTO mine VALUES (1)');
    await writing.query('BEGIN ISOLATION LEVEL SERIALIZABLE; INSERT INTO public.elsewhere VALUES (1); SELECT pg_current_xact_id()');
    await prepared.query(`BEGIN; INSERT INTO public.elsewhere VALUES (2); PREPARE TRANSACTION 'left behind'`);
    const index = indexing.query('CREATE INDEX CONCURRENTLY elsewhere_n ON public.elsewhere (n)'); // waits for both of them
    const isBuilding = async () => (await under.log.admin.query('SELECT 1 FROM pg_stat_progress_create_index')).rowCount === 1;
    await eventually('the index to be under construction', isBuilding);

    const { store } = under.open();
    for (const tenant of [ACME, GLOBEX]) {
      const before = await store.head(tenant);
      for (const n of range(1, 20)) {
        expect(await store.append(tenant, anAppend(aWrite('s')))).toMatchObject({ position: before.position + n });
        expect(await store.read(tenant, { after: before.position + n - 1, max: 10 })).toHaveLength(1); // seen at once, though older transactions are open
      }
    }
    expect(await isBuilding()).toBe(true);
    expect((await under.log.admin.query('SELECT gid FROM pg_prepared_xacts')).rows).toEqual([{ gid: 'left behind' }]);
    await Promise.all([writing.query('ROLLBACK'), otherDatabase.query('ROLLBACK'), prepared.query(`ROLLBACK PREPARED 'left behind'`)]);
    await index;
  });
});

describe('the server’s own log', () => {
  /** Who sent a notification in what was logged from a place on, by application: PostgreSQL tells of each, also of those deep inside a function. */
  const notifiers = async (from: number): Promise<string[]> =>
    (await readFile(server.log, 'latin1')).slice(from).split('\n').filter((line) => line.includes('Async_Notify(')).map((line) => /^\d+ ([^|]*)\|/.exec(line)?.[1] ?? line);
  const length = async () => (await readFile(server.log, 'latin1')).length;

  it('shows no notification inside an append: one connection beside them sends all', async () => {
    const [here, there] = [await PostgresWakeups.open(under.open().database), await PostgresWakeups.open(under.open().database)];
    [here, there].forEach(under.later);
    let heard = 0;
    there.subscribe(() => { heard += 1; });
    const from = await length();
    const database = Database.open(under.log.url, { application: 'appending' });
    under.later(database);
    const store = new PostgresEventStore(database, here);
    await Promise.all(range(1, 50).map((n) => store.append(n % 2 ? ACME : GLOBEX, anAppend(aWrite(`s${n}`)))));
    await eventually('news', () => heard > 0);
    const statements = (await readFile(server.log, 'latin1')).slice(from);
    expect(statements).toMatch(/^\d+ appending\|.*log\.append/m); // appends are in the log that is looked at
    await eventually('the notification to be logged', async () => (await notifiers(from)).length > 0);
    expect(new Set(await notifiers(from))).toEqual(new Set(['vouchsafe side connection']));
  });

  it('would show one that a function sends', async () => {
    const from = await length();
    const { database } = under.open();
    await under.log.admin.query(`CREATE FUNCTION public.telling() RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM pg_notify('vouchsafe_log', 'x'); END $$; GRANT USAGE ON SCHEMA public TO vouchsafe_app`);
    await database.call('telling', 'SELECT public.telling()', []);
    await eventually('the notification to be logged', async () => (await notifiers(from)).includes('vouchsafe'));
  });

  it('shows appends by a store that announces to nobody, and nothing else', async () => {
    const from = await length();
    const { database } = under.open();
    await new PostgresEventStore(database, new LocalWakeups()).append(ACME, anAppend(aWrite('s')));
    await eventually('the append to be logged', async () => (await readFile(server.log, 'latin1')).slice(from).includes('log.append'));
    expect(await notifiers(from)).toEqual([]);
  });
});
