import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@vouchsafe/access';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@vouchsafe/embedded-postgres';
import type { TenantId } from '@vouchsafe/event-schema';
import { LocalWakeups, PostgresEventStore, UnknownLog, verifyLog, type Append, type AppendResult, type ProvenEvent } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite, freshLog } from '@vouchsafe/event-store/testing';
import { eventually, PATIENCE_MS, randomFrom } from '@vouchsafe/test-support';
import { range, wholeLog } from './event-store.contract.js';
import { findViolations, type Said } from './history.js';
import { verifyExport } from './independent-verifier.js';

// PostgreSQL ends at once, without writing what it holds in memory, again and again, while people write; it waits for its disk, as in production.

const CYCLES = Number(process.env['VOUCHSAFE_CRASH_CYCLES'] ?? 3); // 10 and more in the long lane
const SEED = 20_261_122;
const TENANTS = [aTenant(1), aTenant(2), aTenant(3)];
const HANDS = 8;
jest.setTimeout(2 * PATIENCE_MS + CYCLES * 60_000);

let home: string;
let server: EmbeddedPostgres;
let url: string;
let database: Database;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  server = await startEmbeddedPostgres({ home, steadyAfter: 0 });
  const log = await freshLog({ server: server.url });
  url = log.url;
  for (const tenant of TENANTS) await log.store.openLog(tenant);
  await log.admin.query(`CREATE SCHEMA consumer; CREATE TABLE consumer.mark (tenant_id uuid PRIMARY KEY, position bigint NOT NULL, effects bigint NOT NULL);
    GRANT USAGE ON SCHEMA consumer TO vouchsafe_app; GRANT SELECT, INSERT, UPDATE ON consumer.mark TO vouchsafe_app`);
  await log.admin.end();
  await log.database.close();
  database = Database.open(url, { poolSize: 8 });
});
afterAll(async () => {
  await database?.close();
  await server?.stop();
  await rm(home, { recursive: true, force: true });
});

const postmaster = async () => Number((await readFile(join(home, 'postgresql/data/postmaster.pid'), 'utf8')).split('\n')[0]);
const store = () => new PostgresEventStore(database, new LocalWakeups());

/** Writers that say what they do and what they are answered; nobody tries again before the end. */
const writing = () => {
  const said: Said[] = [];
  const open = new Map<string, { tenant: TenantId; append: Append }>(); // unknown so far
  const log = store();
  const random = randomFrom(SEED);
  let isOver = false;
  let operations = 0;
  const note = (type: Said['type'], tenant: TenantId, { requestKey: op, writes }: Append, result?: AppendResult) =>
    said.push({ type, tenant, op, events: writes.reduce((sum, { events }) => sum + events.length, 0), ...(result?.outcome === 'appended' ? { position: result.position } : {}) });
  const outcome = (result: AppendResult) => (result.outcome === 'appended' ? 'ok' as const : 'fail' as const);
  const once = async (): Promise<void> => {
    const tenant = TENANTS[Math.floor(random() * TENANTS.length)]!;
    const op = `op-${(operations += 1)}`;
    const events = range(1, 1 + Math.floor(random() * 4)).map((part) => anEvent({ op, part, tenant }));
    const append = anAppend(aWrite(`s${Math.floor(random() * 6)}`, events, { expected: random() < 0.9 ? 'any' : 3 }), { requestKey: op });
    note('invoke', tenant, append);
    try {
      const result = await log.append(tenant, append);
      note(outcome(result), tenant, append, result);
    } catch (error) {
      if (error instanceof UnknownLog) throw error;
      note('unknown', tenant, append);
      open.set(op, { tenant, append });
      await sleep(20);
    }
  };
  const working = Promise.all(Array.from({ length: HANDS }, async () => { while (!isOver) await once(); }));
  working.catch(() => undefined); // `finish` tells
  return {
    count: (type: Said['type']) => said.filter((line) => line.type === type).length,
    said, underWay: () => 2 * said.filter(({ type }) => type === 'invoke').length - said.length,
    /** Every unknown one is sent again under its key: what that answers must agree with what the log holds. */
    finish: async () => {
      isOver = true;
      await working;
      for (const { tenant, append } of open.values()) {
        const result = await log.append(tenant, append);
        note(outcome(result), tenant, append, result);
      }
    },
  };
};

interface Seen { readonly position: number; readonly chain: string }

/** Reads a log as a projection does, and keeps its mark twice: here, as a consumer on another machine does, and beside its effects in the database. */
const consuming = (tenant: TenantId) => {
  const log = store();
  const marks: Seen[] = [];
  let last: Seen = { position: 0, chain: '' };
  let isOver = false;
  const done = (async () => {
    while (!isOver) {
      try {
        const page = await log.readProven(tenant, { after: last.position, max: 100 });
        const end = page.at(-1);
        if (!end) {
          await sleep(2);
          continue;
        }
        last = { position: end.position, chain: end.chain };
        marks.push(last);
        await database.withTenant(tenant, (tx) => tx.query(
          'INSERT INTO consumer.mark VALUES ($1, $2, $2) ON CONFLICT (tenant_id) DO UPDATE SET position = excluded.position, effects = excluded.effects', [tenant, last.position]));
      } catch {
        await sleep(20); // the server is away
      }
    }
  })();
  return { tenant, marks, end: () => { isOver = true; return done; } };
};

it(`crashes ${CYCLES} times under load: every ok is there once, no hole, no mark beyond the head, the chain holds (seed ${SEED})`, async () => {
  const writer = writing();
  const consumers = TENANTS.map(consuming);
  const log = store();
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    const before = writer.count('ok');
    await eventually('appends', () => writer.count('ok') >= before + 100, { every: 5 });
    const crashed = await postmaster();
    process.kill(crashed, 'SIGQUIT'); // pg_ctl stop -m immediate
    expect(writer.underWay()).toBeGreaterThan(0); // else the crash hit nobody
    await eventually('it to run again', async () => await postmaster() !== crashed && (await log.head(TENANTS[0]!)).position > 0);
    for (const { tenant, marks } of consumers) {
      const seen = marks.at(-1)!;
      const [stored] = await database.withTenant(tenant, async (tx) => (await tx.query<Seen>('SELECT position FROM consumer.mark WHERE tenant_id = $1', [tenant])).rows);
      const [event] = await log.readProven(tenant, { after: seen.position - 1, max: 1 });
      const head = await log.head(tenant); // last: people go on writing meanwhile
      expect(head.position).toBeGreaterThanOrEqual(seen.position);
      expect(head.position).toBeGreaterThanOrEqual(stored!.position);
      expect(event).toMatchObject(seen); // what was seen before the crash is there after it
    }
  }
  await writer.finish();
  await Promise.all(consumers.map(({ end }) => end()));

  const logs = new Map<string, ProvenEvent[]>();
  for (const { tenant, marks } of consumers) {
    const events = await wholeLog(log, tenant);
    logs.set(tenant, events);
    expect(verifyExport(tenant, events)).toEqual({ chain: (await log.head(tenant)).chain });
    expect(await verifyLog(database, tenant)).toMatchObject({ ok: true, head: events.length });
    expect(marks.filter(({ position, chain }) => events[position - 1]?.chain !== chain)).toEqual([]);
  }
  expect(findViolations(writer.said, logs)).toEqual([]);
  expect(writer.count('unknown')).toBeGreaterThan(0);
  if (CYCLES > 3) process.stderr.write(`${CYCLES} crashes: ${writer.count('invoke')} operations, ${writer.count('ok')} ok, ${writer.count('fail')} refused, ${writer.count('unknown')} unknown and resolved\n`);
});
