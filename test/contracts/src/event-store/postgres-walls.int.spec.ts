import { Database } from '@vouchsafe/access';
import { LocalWakeups, PostgresEventStore, PostgresWakeups, LogIsHeld, verifyLog } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite, freshLog, type FreshLog } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import pg from 'pg';
import { range } from './event-store.contract.js';

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
let log: FreshLog;
let opened: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  log = await freshLog();
  for (const tenant of [ACME, GLOBEX]) {
    await log.store.openLog(tenant);
    await log.store.append(tenant, anAppend(aWrite('s', [anEvent(1), anEvent(2)])));
  }
});
afterEach(async () => {
  for (const each of opened) await each.close();
  opened = [];
});
afterAll(() => log?.close());

const open = (parameters = '') => {
  const database = Database.open(log.url + parameters);
  opened.push(database);
  return { database, store: new PostgresEventStore(database, new LocalWakeups()) };
};
const client = async () => {
  const made = new pg.Client({ connectionString: log.url });
  made.on('error', () => {});
  await made.connect();
  opened.push({ close: () => made.end().catch(() => {}) });
  return made;
};
const codeOf = (work: Promise<unknown>) => work.then(() => 'allowed', ({ code }: { code?: string }) => code);
/** Appends one event in a transaction that stays open. */
const stuckAppend = async (tenant: TenantId, timeout = '0') => {
  const stuck = await client();
  await stuck.query(`BEGIN; SET LOCAL ROLE vouchsafe_app; SET LOCAL idle_in_transaction_session_timeout = '${timeout}'`);
  await stuck.query(`SELECT * FROM log.append($1, '{stuck}', '{x}', '{system:spec}', '{c}', '{NULL}', '{NULL}', '{t}', '{1}', '{1}', '{-3}', '{f}', '{1}', '{stuck}', '{T}', '{1}', '{2026-01-01}', '1')`, [tenant]);
  return stuck;
};

describe('nobody changes an event', () => {
  const changes = [
    `UPDATE log.event SET actor = 'system:other'`, `UPDATE log.event SET data = data WHERE false`, 'DELETE FROM log.event', 'TRUNCATE log.event', 'TRUNCATE log.event CASCADE',
    `MERGE INTO log.event AS e USING (SELECT 1) AS o ON true WHEN MATCHED THEN DELETE`,
    `INSERT INTO log.event SELECT * FROM log.event ON CONFLICT (tenant_id, position) DO UPDATE SET actor = 'system:other'`, 'SET session_replication_role = replica',
  ];
  it.each(['vouchsafe_app', 'vouchsafe_log_writer', 'vouchsafe_owner'])('not %s', async (role) => {
    const before = (await log.admin.query('SELECT count(*), min(chain) AS least, max(chain) AS most FROM log.event')).rows;
    for (const change of changes) {
      await log.admin.query(`BEGIN; SET LOCAL ROLE ${role}; SET LOCAL app.tenant_id = '${ACME}'`);
      expect([change, await codeOf(log.admin.query(change))]).toEqual([change, '42501']);
      await log.admin.query('ROLLBACK');
    }
    expect((await log.admin.query('SELECT count(*), min(chain) AS least, max(chain) AS most FROM log.event')).rows).toEqual(before);
  });

  it('and the application neither inserts one, nor moves a head, nor takes the guards off', async () => {
    for (const attempt of [
      'INSERT INTO log.event SELECT tenant_id, position + 100, stream, version + 100, type, schema_version, data, occurred_on, recorded_at, actor, request_key, correlation, causation, digest, chain FROM log.event',
      'UPDATE log.tenant_log SET position = 0', 'UPDATE log.stream SET version = 0', 'DELETE FROM log.request', 'INSERT INTO log.request SELECT * FROM log.request',
      'ALTER TABLE log.event DISABLE TRIGGER append_only', 'ALTER TABLE log.event DISABLE ROW LEVEL SECURITY', 'DROP TRIGGER append_only ON log.event', 'SET ROLE vouchsafe_log_writer', 'CREATE TABLE log.mine ()',
    ]) {
      expect([attempt, await codeOf(log.database.withTenant(ACME, (tx) => tx.query(attempt)))]).toEqual([attempt, '42501']);
    }
  });
});

describe('a tenant', () => {
  it('cannot append to another from inside its own transaction, nor open its log', async () => {
    const into = (tenant: TenantId) => log.database.withTenant(ACME, (tx) => tx.query(`SELECT * FROM log.append($1, '{k${tenant}}', '{x}', '{system:spec}', '{c}', '{NULL}', '{NULL}', '{t}', '{1}', '{1}', '{-3}', '{f}', '{1}', '{t}', '{T}', '{1}', '{2026-01-01}', '1')`, [tenant]));
    expect(await codeOf(into(GLOBEX))).toBe('42501');
    expect(await codeOf(log.database.withTenant(ACME, (tx) => tx.query('SELECT log.open_log($1, false)', [aTenant(77)])))).toBe('42501');
    expect(await codeOf(into(ACME))).toBe('allowed');
  });

  it('sees nothing of another’s log, whatever it asks for', async () => {
    for (const table of ['event', 'stream', 'tenant_log', 'request']) {
      const { rows } = await log.database.withTenant(ACME, (tx) => tx.query<{ tenant: string }>(`SELECT DISTINCT tenant_id AS tenant FROM log.${table}`));
      expect(rows).toEqual([{ tenant: ACME }]);
    }
    expect((await log.database.withTenant(ACME, (tx) => tx.query('SELECT log.position_at($1, now()) AS position', [GLOBEX]))).rows).toEqual([{ position: 0 }]);
    expect(await log.database.call('nobody', 'SELECT * FROM log.event', [])).toEqual([]);
  });
});

describe('a stuck append', () => {
  it('holds up its own tenant only', async () => {
    const { store } = open();
    const stuck = await stuckAppend(ACME);
    let isWaiting = true;
    const waiting = store.append(ACME, anAppend(aWrite('s'))).finally(() => { isWaiting = false; });
    for (let n = 0; n < 20; n += 1) {
      await store.append(GLOBEX, anAppend(aWrite('s')));
      await store.read(ACME, { after: 0, max: 10 }); // readers wait for nobody
    }
    expect(isWaiting).toBe(true);
    await stuck.query('ROLLBACK');
    expect(await waiting).toMatchObject({ outcome: 'appended' });
  });

  it('is waited for no longer than a lock may be', async () => {
    const { store } = open('?options=-c%20lock_timeout%3D300');
    const stuck = await stuckAppend(ACME);
    await expect(store.append(ACME, anAppend(aWrite('s')))).rejects.toThrow(LogIsHeld);
    await stuck.query('ROLLBACK');
    expect(await store.append(ACME, anAppend(aWrite('s')))).toMatchObject({ outcome: 'appended' });
  });

  it('is ended by the server when its owner falls silent', async () => {
    await stuckAppend(ACME, '200ms');
    expect(await open().store.append(ACME, anAppend(aWrite('s')))).toMatchObject({ outcome: 'appended' });
    const { rows } = await log.admin.query(`SELECT unnest(setconfig) AS setting FROM pg_db_role_setting WHERE setrole = 'vouchsafe_app'::regrole`);
    expect(rows.map(({ setting }) => setting as string)).toEqual(expect.arrayContaining(['lock_timeout=5s', 'idle_in_transaction_session_timeout=15s']));
  });

  it('beside a reader that polls all the while does not slow down other tenants', async () => {
    const { store } = open();
    const stuck = await stuckAppend(ACME);
    let reads = 0;
    const polling = setInterval(() => void store.read(ACME, { after: 0, max: 100 }).then(() => { reads += 1; }), 10);
    const took: number[] = [];
    for (const end = Date.now() + 1_500; Date.now() < end;) {
      const began = performance.now();
      await store.append(GLOBEX, anAppend(aWrite('s')));
      took.push(performance.now() - began);
    }
    clearInterval(polling);
    await stuck.query('ROLLBACK');
    took.sort((a, b) => a - b);
    expect(reads).toBeGreaterThan(50);
    expect(took.length).toBeGreaterThan(20);
    expect(took.at(-1)).toBeLessThan(1_200); // where readers and writers wait for each other it is the length of the stuck append
  });
});

it('lets long transactions elsewhere delay no append and no reader', async () => {
  const long = await client();
  await log.admin.query('CREATE TABLE IF NOT EXISTS public.elsewhere (n int)');
  await long.query('BEGIN ISOLATION LEVEL SERIALIZABLE; INSERT INTO public.elsewhere VALUES (1); SELECT pg_current_xact_id()');
  const { store } = open();
  const before = await store.head(GLOBEX);
  for (const n of range(1, 20)) {
    const result = await store.append(GLOBEX, anAppend(aWrite('s')));
    expect(result).toMatchObject({ position: before.position + n });
    expect(await store.read(GLOBEX, { after: before.position + n - 1, max: 10 })).toHaveLength(1); // seen at once, though an older transaction is open
  }
  await long.query('ROLLBACK');
});

describe('very long logs', () => {
  const INITECH = aTenant(3);
  const jumpTo = async (position: string) => {
    await log.store.openLog(INITECH);
    await log.admin.query('UPDATE log.tenant_log SET position = $2 WHERE tenant_id = $1', [INITECH, position]);
  };

  it('go on beyond 2^31', async () => {
    await jumpTo('2147483646');
    expect(await log.store.append(INITECH, anAppend(aWrite('s', range(1, 3).map((n) => anEvent(n)))))).toMatchObject({ position: 2_147_483_649 });
    expect((await log.store.read(INITECH, { after: 2_147_483_646, max: 9 })).map(({ position }) => position)).toEqual([2_147_483_647, 2_147_483_648, 2_147_483_649]);
  });

  it('end at 2^53 with a refusal, and never round', async () => {
    await jumpTo('9007199254740989');
    expect(await log.store.append(INITECH, anAppend(aWrite('t', [anEvent(1), anEvent(2)])))).toMatchObject({ position: Number.MAX_SAFE_INTEGER });
    expect((await log.store.readBackwards(INITECH, { max: 2 })).map(({ position }) => position)).toEqual([Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1]);
    expect(await codeOf(log.store.append(INITECH, anAppend(aWrite('t'))))).toBe('23514');
    expect((await log.store.head(INITECH)).position).toBe(Number.MAX_SAFE_INTEGER);
  });
});

it('reads pages by ranges of an index, planned without values, under row security', async () => {
  await log.admin.query(`SET session_replication_role = replica`);
  await log.admin.query(`
    INSERT INTO log.event SELECT ('00000000-0000-4000-8000-' || lpad((1000 + t)::text, 12, '0'))::uuid, p, 's' || p % 1000, p / 1000, 'T', 1, '{}', '2026-01-01', now(), 'system:spec', 'k', 'c', NULL, '\\x00', '\\x00'
      FROM generate_series(1, 20) AS t, generate_series(1, 10000) AS p`);
  await log.admin.query('ANALYZE log.event');
  const one = Database.open(log.url, { poolSize: 1 }); // so that all runs meet on one connection
  opened.push(one);
  const store = new PostgresEventStore(one, new LocalWakeups());
  const tenant = aTenant(1005);
  for (let run = 0; run < 7; run += 1) {
    await store.read(tenant, { after: 5_000, max: 100 });
    await store.readBackwards(tenant, { before: 5_000, max: 100 });
    await store.readProven(tenant, { after: 5_000, max: 100 });
    await store.readStream(tenant, 's7', { afterVersion: 2 });
  }
  const plans = await one.withTenant(tenant, async (tx) => {
    await tx.query('SET LOCAL plan_cache_mode = force_generic_plan');
    const { rows } = await tx.query<{ name: string; parameters: string[] }>(`SELECT name, parameter_types::text[] AS parameters FROM pg_prepared_statements WHERE name LIKE 'log-read%' ORDER BY name`);
    const explained: Record<string, string> = {};
    for (const { name, parameters } of rows) {
      const values = parameters.map((type) => (type === 'uuid' ? `'${tenant}'` : type === 'text' ? `'s7'` : '5000'));
      explained[name] = (await tx.query<Record<string, string>>(`EXPLAIN (COSTS OFF) EXECUTE "${name}" (${values.join(', ')})`)).rows.map((row) => row['QUERY PLAN']).join('\n');
    }
    return explained;
  });
  expect(Object.keys(plans)).toEqual(['log-read', 'log-read-backwards', 'log-read-proven', 'log-read-stream']);
  for (const [name, plan] of Object.entries(plans)) {
    expect([name, plan]).toEqual([name, expect.stringMatching(/Index Scan (Backward )?using event_\w+ on event/)]);
    expect(plan).toMatch(name === 'log-read-stream' ? /Index Cond: .*tenant_id = \$1.*stream = \$2.*version > \$3/ : /Index Cond: .*tenant_id = \$1.*position/);
    expect(plan).not.toMatch(/Seq Scan|Sort/);
    expect(plan).toMatch(/current_setting\('app\.tenant_id'/); // the policy is in it
  }
});

it('is whole in another database, to which it was copied row by row, and goes on there', async () => {
  const copy = await freshLog();
  opened.push(copy);
  for (const table of ['tenant_log', 'stream', 'event', 'request']) {
    const { rows } = await log.admin.query(`SELECT t::text AS row FROM log.${table} AS t WHERE tenant_id IN ($1, $2)`, [ACME, GLOBEX]);
    await copy.admin.query(`INSERT INTO log.${table} SELECT (row::log.${table}).* FROM unnest($1::text[]) AS row`, [rows.map(({ row }) => row as string).reverse()]);
  }
  for (const tenant of [ACME, GLOBEX]) {
    expect(await verifyLog(copy.database, tenant)).toEqual(await verifyLog(log.database, tenant));
    expect(await copy.store.read(tenant, { after: 0, max: 1_000 })).toEqual(await log.store.read(tenant, { after: 0, max: 1_000 }));
    await copy.store.append(tenant, anAppend(aWrite('s', [anEvent('there')], { expected: 'some' })));
    expect((await verifyLog(copy.database, tenant)).ok).toBe(true);
  }
});

describe('wake-ups', () => {
  it('reach other processes, come once to one’s own, and never from inside an append', async () => {
    const [here, there] = [await PostgresWakeups.open(open().database), await PostgresWakeups.open(open().database)];
    opened.unshift(here, there);
    const heard: string[] = [];
    here.subscribe((tenant) => heard.push(`here ${tenant}`));
    there.subscribe((tenant) => heard.push(`there ${tenant}`));
    await open().store.append(ACME, anAppend(aWrite('s'))); // by a store that announces to nobody
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([]);
    await new PostgresEventStore(log.database, here).append(ACME, anAppend(aWrite('s')));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([`here ${ACME}`, `there ${ACME}`]);
  });

  it('that could not be sent because the connection was lost are sent once there is another', async () => {
    const [here, there] = [await PostgresWakeups.open(open().database), await PostgresWakeups.open(open().database)];
    opened.unshift(here, there);
    const heard = new Set<string>();
    there.subscribe((tenant) => heard.add(tenant));
    await log.admin.query(`SELECT pg_terminate_backend(pid, 1000) FROM (SELECT pid FROM pg_stat_activity WHERE application_name = 'vouchsafe side connection' AND datname = current_database() ORDER BY backend_start LIMIT 1) AS of_here`);
    here.announce(ACME); // nobody can be told now
    for (const end = Date.now() + 8_000; !heard.has(ACME) && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(new Set([ACME]));
  });
});
