import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { aTenant } from '@vouchsafe/event-store/testing';
import { KafkajsLogTransport, LOG_TOPIC, logRecordOf } from '@vouchsafe/messaging';
import { describeWithKafka } from '@vouchsafe/messaging/testing';
import { CohortClosed } from '@vouchsafe/programs-contracts';
import { migrateLedger, openLedger, type Ledger } from '@vouchsafe/projections';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { contexts } from './contexts.js';

// The process itself, as an operator starts and stops it.

jest.setTimeout(600_000);
const main = join(__dirname, '../../../dist/apps/projector/src/main.js');
const NOBODY = '127.0.0.1:1';

let fresh: FreshDatabase;
let ledger: Ledger;
const children = new Set<ChildProcess>();
const saids = new Set<() => string>();
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  await migrateLedger(fresh.url, contexts);
  ledger = await openLedger(fresh.url);
});
afterEach(() => { for (const child of children) child.kill('SIGKILL'); });
afterAll(async () => {
  await ledger?.close();
  await fresh?.drop();
});

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const until = async <Seen>(what: string, look: () => Promise<Seen | undefined | false>): Promise<Seen> => {
  for (const end = performance.now() + 200_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const seen = await look().catch(() => undefined);
    if (seen) return seen;
  }
  throw new Error(`Waited in vain for ${what}. ${[...saids].map((said) => said()).join('')}`);
};

const starting = async (env: Record<string, string>) => {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], VOUCHSAFE_ACCEPT_DATA_LOSS: 'yes', ADMIN_PORT: String(port), PORT: String(port === 65_535 ? 65_534 : port + 1), ...env }, stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.add(child);
  let said = '';
  child.stderr!.on('data', (text: Buffer) => { said += text.toString(); });
  saids.add(() => said);
  const ended = once(child, 'close').then(([code]) => { children.delete(child); return code as number | null; });
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const health = async () => {
    const { status, parts } = JSON.parse(await get('/health')) as { status: string; parts: { part: string; ok: boolean; reason?: string; detail?: object }[] };
    return { status, of: (part: string) => parts.find((each) => each.part === part) };
  };
  return { child, ended, said: () => said, get, health };
};

/** Events that every context can read; here only the positions are looked at. */
const append = async (number: number, events: number) => {
  const tenant = aTenant(number);
  await ledger.store.openLog(tenant);
  for (let at = 1; at <= events; at += 1) {
    await ledger.store.append(tenant, { requestKey: `${number} ${at} ${events}`, actor: 'system:spec', correlation: 'spec', writes: [{ stream: `s-${at}`, expected: 'any', events: [{ ...CohortClosed.of({ cohortId: `c${at}`, programId: 'p' }), schemaVersion: CohortClosed.version, occurredOn: '2026-01-01' }] }] });
  }
  return tenant;
};
const isRead = async (number: number) => (await ledger.database.withTenant(aTenant(number), (tx) =>
  tx.query<{ least: number; builds: number; head: number }>('SELECT min(p.position) AS least, count(*)::int AS builds, (SELECT position FROM log.tenant_log) AS head FROM read.position AS p'))).rows[0]!;

it('does not start without a database, and says why in one sentence', async () => {
  const { ended, said } = await starting({});
  expect(await ended).toBe(1);
  expect(said()).toBe('DATABASE_URL is empty, but a projector of its own needs the address of the server that the api uses.\n');
});

it('reads the logs themselves, is ready once the read models have caught up, shows its lag, and leaves within its time', async () => {
  await append(1, 3);
  const projector = await starting({ DATABASE_URL: fresh.url });
  await until('it to be ready', async () => (await projector.health()).status === 'ok');
  await until('it to say so', async () => /caught up/.test(projector.said()));
  expect(await isRead(1)).toMatchObject({ least: 3, head: 3 });
  expect(await projector.get('/metrics')).toMatch(/^vouchsafe_projection_lag_events\{projection="[a-z-]+",bucket="\d+"\} 0$/m);
  projector.child.kill('SIGTERM');
  expect(await projector.ended).toBe(0);
});

it('reads the logs while no broker answers, says so, and is not ready', async () => {
  await append(2, 3);
  const projector = await starting({ DATABASE_URL: fresh.url, KAFKA_BROKERS: NOBODY });
  await until('the log to be folded', async () => { const { least, head } = await isRead(2); return head === 3 && least === 3; });
  const seen = await until('it to be up', async () => { const health = await projector.health(); return health.status === 'error' && health.of('read models')?.ok && health; });
  expect(seen.of('broker')).toMatchObject({ ok: false, reason: expect.stringMatching(/./) });
  projector.child.kill('SIGTERM');
  expect(await projector.ended).toBe(0);
});

describeWithKafka('the process of a projector and a broker', ({ brokers }) => {
  it('folds what the topic brings, and leaves the group when it leaves', async () => {
    const projector = await starting({ DATABASE_URL: fresh.url, KAFKA_BROKERS: brokers.join(',') });
    await until('it to be ready', async () => (await projector.health()).status === 'ok');
    const transport = await KafkajsLogTransport.open({ brokers, clientId: 'spec' });
    try {
      const tenant = await append(3, 5);
      await transport.publish((await ledger.store.readProven(tenant, { after: 0, max: 5 })).map((event) => logRecordOf(event, { to: LOG_TOPIC })));
      await until('the topic to be folded', async () => { const { least, head } = await isRead(3); return head === 5 && least === 5; });
    } finally {
      await transport.close();
    }
    projector.child.kill('SIGTERM');
    expect(await projector.ended).toBe(0);
  });
});
