import { tenantId } from '@vouchsafe/event-schema';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import pg from 'pg';
import { Database } from './database.js';
import { migrate } from './migrate.js';

const ACME = tenantId('00000000-0000-4000-8000-00000000000a');
const GLOBEX = tenantId('00000000-0000-4000-8000-00000000000b');
const NOTES = `
  CREATE TABLE notes.note (tenant_id uuid NOT NULL, id bigint NOT NULL, PRIMARY KEY (tenant_id, id));
  ALTER TABLE notes.note ENABLE ROW LEVEL SECURITY;
  ALTER TABLE notes.note FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON notes.note
    USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
  GRANT SELECT, INSERT, DELETE ON notes.note TO vouchsafe_app;`;

let fresh: FreshDatabase;
let admin: pg.Client;
let one: Database; // of one connection, so that two requests in a row meet on it

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const setting = async () => (await one.call<{ setting: string | null }>('setting', `SELECT current_setting('app.tenant_id', true) AS setting`, []))[0]!.setting;
const notesOf = async (tenant: typeof ACME) => one.withTenant(tenant, async (tx) => (await tx.query<{ id: number }>('SELECT id FROM notes.note ORDER BY id')).rows.map(({ id }) => id));
const backendOf = async (tx: { query<Row>(text: string): Promise<{ rows: Row[] }> }) => (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid;

beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  await migrate(fresh.url, [{ name: 'Notes', at: 1_763_800_000_000, sql: `CREATE SCHEMA notes; GRANT USAGE ON SCHEMA notes TO vouchsafe_app; ${NOTES}` }]);
  admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  one = Database.open(fresh.url, { poolSize: 1 });
});
afterAll(async () => {
  await one?.close();
  await admin?.end();
  await fresh?.drop();
});

describe('the tenant of a transaction', () => {
  it('is gone after a commit', async () => {
    await one.withTenant(ACME, (tx) => tx.query('SELECT 1'));
    expect(await setting()).toBeFalsy();
  });

  it('is gone after a rollback', async () => {
    await expect(one.withTenant(ACME, async () => { throw new Error('no'); })).rejects.toThrow('no');
    expect(await setting()).toBeFalsy();
  });

  it('is gone after the transaction was broken by its own statement', async () => {
    await expect(one.withTenant(ACME, (tx) => tx.query('SELECT 1 / 0'))).rejects.toMatchObject({ code: '22012' });
    expect(await setting()).toBeFalsy();
  });

  it('shows its own rows and no other', async () => {
    for (const [tenant, id] of [[ACME, 1], [GLOBEX, 2]] as const) await one.withTenant(tenant, (tx) => tx.query('INSERT INTO notes.note VALUES ($1, $2)', [tenant, id]));
    expect([await notesOf(ACME), await notesOf(GLOBEX)]).toEqual([[1], [2]]);
  });

  it('cannot write into another', async () => {
    await expect(one.withTenant(ACME, (tx) => tx.query('INSERT INTO notes.note VALUES ($1, 3)', [GLOBEX]))).rejects.toMatchObject({ code: '42501' });
  });

  it('is refused before anything is sent if it is malformed', async () => {
    const unreachable = Database.open('postgres://nobody:secret@127.0.0.1:1/nothing');
    const malformed = `${ACME}'; SET LOCAL app.tenant_id = '${GLOBEX}` as typeof ACME;
    await expect(unreachable.withTenant(malformed, (tx) => tx.query('SELECT 1'))).rejects.toThrow(RangeError);
    await expect(unreachable.withTenant(ACME.toUpperCase() as typeof ACME, (tx) => tx.query('SELECT 1'))).rejects.toThrow(RangeError);
    await unreachable.close();
  });
});

describe('a transaction', () => {
  it('never answers as if it were committed when one of its statements failed', async () => {
    const swallowing = one.withTenant(ACME, async (tx) => {
      await tx.query('INSERT INTO notes.note VALUES ($1, 10)', [ACME]);
      await tx.query('SELECT 1 / 0').catch(() => {});
    });
    await expect(swallowing).rejects.toThrow(/nothing was committed/);
    expect(await notesOf(ACME)).not.toContain(10);
  });

  it('bounds each statement', async () => {
    await expect(one.withTenant(ACME, (tx) => tx.query('SELECT pg_sleep(5)'), { statementTimeout: 50 })).rejects.toMatchObject({ code: '57014' });
  });

  it('survives the end of its connection between two statements', async () => {
    const cut = one.withTenant(ACME, async (tx) => {
      await tx.query('INSERT INTO notes.note VALUES ($1, 11)', [ACME]);
      await admin.query('SELECT pg_terminate_backend($1, 1000)', [await backendOf(tx)]);
      await wait(20); // the notice arrives while nobody asks anything
      await tx.query('SELECT 1');
    });
    await expect(cut).rejects.toThrow();
    expect(await notesOf(ACME)).not.toContain(11);
  });
});

describe('a transaction that only reads', () => {
  const snapshot = { snapshot: true };

  it('sees one state, and its own tenant’s', async () => {
    await one.withTenant(ACME, (tx) => tx.query('INSERT INTO notes.note VALUES ($1, 20)', [ACME]));
    const seen = await one.withTenant(ACME, async (tx) => {
      const count = async () => (await tx.query<{ n: number }>('SELECT count(*) AS n FROM notes.note WHERE id >= 20')).rows[0]!.n;
      const before = await count();
      await admin.query('INSERT INTO notes.note VALUES ($1, 21), ($2, 22)', [ACME, GLOBEX]);
      return [before, await count()];
    }, snapshot);
    expect(seen).toEqual([1, 1]);
    expect(await one.withTenant(GLOBEX, async (tx) => (await tx.query('SELECT id FROM notes.note WHERE id >= 20')).rows, snapshot)).toEqual([{ id: 22 }]);
    expect(await setting()).toBeFalsy();
  });

  it('writes nothing', async () => {
    await expect(one.withTenant(ACME, (tx) => tx.query('INSERT INTO notes.note VALUES ($1, 23)', [ACME]), snapshot)).rejects.toMatchObject({ code: '25006' });
  });

  it('does not answer as if nothing had been when one of its statements failed', async () => {
    await expect(one.withTenant(ACME, async (tx) => { await tx.query('SELECT 1 / 0').catch(() => {}); }, snapshot)).rejects.toThrow(/nothing was committed/);
    expect(await notesOf(ACME)).not.toHaveLength(0);
  });

  it('that did not begin says why, and shows nothing to the question that went with it', async () => {
    let seen: unknown;
    const failing = one.withTenant(ACME, async (tx) => { seen = (await tx.query('SELECT id FROM notes.note')).rows; return seen; }, { ...snapshot, statementTimeout: NaN });
    await expect(failing).rejects.toThrow('invalid value for parameter "statement_timeout"');
    expect(seen).toBeUndefined();
    expect(await setting()).toBeFalsy();
  });

  it('keeps its connection until the server has ended it', async () => {
    const pids = await Promise.all(Array.from({ length: 20 }, () => one.withTenant(ACME, backendOf, snapshot)));
    expect(new Set(pids).size).toBe(1);
  });
});

describe('an abort', () => {
  const sleeping = async () => Number((await admin.query(`SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'`)).rows[0].count);

  it('cancels the running statement in the server, though no connection of the pool is free', async () => {
    const abort = new AbortController();
    const began = performance.now();
    const work = one.withTenant(ACME, (tx) => tx.query('SELECT pg_sleep(20)'), { signal: abort.signal, statementTimeout: 0 });
    const ended = expect(work).rejects.toBe('the asker left');
    while ((await sleeping()) === 0) await wait(5);
    abort.abort('the asker left');
    await ended;
    expect(await sleeping()).toBe(0);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('starts no further statement', async () => {
    const abort = new AbortController();
    await expect(one.withTenant(ACME, async (tx) => {
      await tx.query('INSERT INTO notes.note VALUES ($1, 12)', [ACME]);
      abort.abort('the asker left');
      await tx.query('SELECT pg_sleep(20)');
    }, { signal: abort.signal })).rejects.toBe('the asker left');
    expect(await notesOf(ACME)).not.toContain(12);
  });

  it('while the request waits for a connection takes its turn from it', async () => {
    const abort = new AbortController();
    const before = one.withTenant(ACME, (tx) => tx.query('SELECT pg_sleep(0.1)'));
    let began = false;
    const waiting = one.withTenant(ACME, async () => { began = true; }, { signal: abort.signal });
    abort.abort('the asker left');
    await expect(waiting).rejects.toBe('the asker left');
    await before;
    expect(began).toBe(false);
  });

  it('leaves nothing that could cancel the next transaction of the connection', async () => {
    for (let round = 0; round < 40; round += 1) {
      const abort = new AbortController();
      const aborted = one.withTenant(ACME, (tx) => tx.query('SELECT pg_sleep(0.002)'), { signal: abort.signal }).catch(() => {});
      const next = one.withTenant(GLOBEX, (tx) => tx.query('SELECT pg_sleep(0.004)'));
      await wait(round % 5);
      abort.abort('the asker left');
      await aborted;
      await expect(next).resolves.toBeDefined();
    }
  });
});

it('keeps two tenants apart on one connection through aborts, failures and lost connections', async () => {
  let seed = 20_261_122;
  const random = () => { seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0; return seed / 2 ** 32; };
  const tenants = [ACME, GLOBEX] as const;
  const written = new Map<string, number[]>(tenants.map((tenant) => [tenant, []]));
  const counts = { answered: 0, refused: 0 };
  const request = async (id: number, chance: number, terminates: boolean) => {
    const tenant = tenants[id % 2]!;
    const abort = new AbortController();
    try {
      await one.withTenant(tenant, async (tx) => {
        const { rows } = await tx.query<{ tenant: string; setting: string }>(`SELECT DISTINCT tenant_id AS tenant, current_setting('app.tenant_id') AS setting FROM notes.note`);
        for (const row of rows) expect(row).toEqual({ tenant, setting: tenant });
        if (chance < 0.1) throw new Error('changed its mind');
        if (chance < 0.2) setImmediate(() => abort.abort());
        if (terminates) await admin.query('SELECT pg_terminate_backend($1, 1000)', [await backendOf(tx)]);
        await tx.query('INSERT INTO notes.note VALUES ($1, $2)', [tenant, id]);
      }, { signal: abort.signal });
      written.get(tenant)!.push(id);
      counts.answered += 1;
    } catch (error) {
      expect((error as Error).message).not.toMatch(/expect/); // an assertion that failed inside is no refusal
      counts.refused += 1;
    }
  };
  for (let block = 0; block < 20; block += 1) {
    await Promise.all(Array.from({ length: 50 }, (_, index) => request(1_000 + block * 50 + index, random(), random() < 0.01)));
  }
  expect(counts.answered).toBeGreaterThan(600);
  expect(counts.refused).toBeGreaterThan(50);
  for (const tenant of tenants) {
    const stored = (await admin.query('SELECT id::int FROM notes.note WHERE tenant_id = $1 AND id >= 1000 ORDER BY id', [tenant])).rows.map(({ id }) => id as number);
    for (const id of written.get(tenant)!) expect(stored).toContain(id); // an abort may come too late to undo a commit, but not the other way round
    expect(stored.every((id) => tenants[id % 2] === tenant)).toBe(true);
  }
  expect(await setting()).toBeFalsy();
}, 180_000); // a thousand transactions one after the other
