import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ProvenEvent } from '@vouchsafe/event-store';
import { verifyLog } from '@vouchsafe/event-store';
import { aTenant, freshLog, type FreshLog } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { PATIENCE_MS } from '@vouchsafe/test-support';
import { range, wholeLog } from './event-store.contract.js';
import { findViolations, type Said } from './history.js';
import { verifyExport } from './independent-verifier.js';

const SECONDS = Number(process.env['VOUCHSAFE_ORDER_SECONDS'] ?? 4); // 60 in the long lane
const SEED = 20_261_122;
const TENANTS = [aTenant(1), aTenant(2), aTenant(3)];
const PROCESSES = 4;
const WRITERS = 4;
const KILLS = 4;
let log: FreshLog;

beforeAll(async () => {
  log = await freshLog({ poolSize: 4 });
  await log.admin.query('CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.note (op text); GRANT USAGE ON SCHEMA elsewhere TO vouchsafe_app; GRANT INSERT ON elsewhere.note TO vouchsafe_app');
  for (const tenant of TENANTS) await log.store.openLog(tenant);
});
afterAll(() => log?.close());

/** Follows one log by polling, as a projection does: after its own mark, wherever that stands. */
const follow = (tenant: TenantId) => {
  const delivered: string[] = [];
  let last = 0;
  let isOver = false;
  const done = (async () => {
    for (;;) {
      const wasOver = isOver; // one more look after the end
      const page = await log.store.readProven(tenant, { after: last, max: 500 });
      for (const event of page) {
        if (event.position !== last + 1) throw new Error(`After ${last} came ${event.position}.`);
        last = event.position;
        delivered.push(event.chain);
      }
      if (wasOver && page.length === 0) return delivered;
      if (page.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  return { end: () => { isOver = true; return done; } };
};

/** Writing processes; one of them is killed outright every now and then, in the middle of whatever it does, and replaced. */
const write = async (): Promise<{ said: Said[]; kills: number }> => {
  const texts: string[] = [];
  const children: { child: ChildProcess; exited: Promise<void> }[] = [];
  const start = (number: number) => {
    const name = `w${number}`;
    const told = { url: log.url, name, seed: SEED + number * 7_919, tenants: TENANTS, writers: WRITERS, seconds: SECONDS };
    const child = spawn(process.execPath, [join(__dirname, 'writer.mjs'), JSON.stringify(told)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const at = texts.push('') - 1;
    child.stdout.setEncoding('utf8').on('data', (text: string) => { texts[at] += text; });
    children.push({ child, exited: new Promise((resolve) => child.on('close', () => resolve())) });
  };
  range(1, PROCESSES).forEach(start);
  const hasSpoken = async (number: number) => { while (!texts[number]) await new Promise((resolve) => setTimeout(resolve, 20)); };
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    await hasSpoken(kills); // else it would be killed before it did anything
    await new Promise((resolve) => setTimeout(resolve, 700));
    children[kills]!.child.kill('SIGKILL');
    start(PROCESSES + kills + 1);
  }
  await Promise.all(children.map(({ exited }) => exited));
  const said = texts.flatMap((text) => text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Said));
  return { said, kills };
};

it(`loses, doubles, reorders and mixes nothing: ${PROCESSES} processes of ${WRITERS} writers, some of them killed (seed ${SEED})`, async () => {
  const followers = TENANTS.map(follow);
  const { said, kills } = await write();
  // A killed client's transaction ends when its server process notices; then every log has come to rest.
  for (let resting = false; !resting;) {
    const { rows } = await log.admin.query(`SELECT count(*)::int AS busy FROM pg_stat_activity WHERE usename = 'vouchsafe_app' AND datname = current_database() AND state <> 'idle'`);
    resting = rows[0]!.busy === 0 || (await new Promise<void>((resolve) => setTimeout(resolve, 20)), false);
  }
  const delivered = await Promise.all(followers.map(({ end }) => end()));
  const logs = new Map<string, ProvenEvent[]>();
  for (const [index, tenant] of TENANTS.entries()) {
    const events = await wholeLog(log.store, tenant);
    logs.set(tenant, events);
    expect(delivered[index]).toEqual(events.map(({ chain }) => chain)); // who polled saw exactly this, once, in this order
    expect(verifyExport(tenant, events)).toEqual({ chain: (await log.store.head(tenant)).chain });
    expect(await verifyLog(log.database, tenant)).toMatchObject({ ok: true, head: events.length });
  }
  expect(findViolations(said, logs)).toEqual([]);
  const counted = (type: Said['type']) => said.filter((line) => line.type === type).length;
  expect(kills).toBe(KILLS);
  expect(counted('ok')).toBeGreaterThan(200);
  expect(counted('fail')).toBeGreaterThan(50);
  // Some were never answered. One that was rolled back and sent again has two answers, so operations are counted and not lines.
  expect(counted('invoke')).toBeGreaterThan(new Set(said.filter(({ type }) => type !== 'invoke').map(({ op }) => op)).size);
}, SECONDS * 3_000 + 2 * PATIENCE_MS); // what was written is read several times over
