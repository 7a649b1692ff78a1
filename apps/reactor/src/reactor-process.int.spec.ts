import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { aTenant } from '@vouchsafe/event-store/testing';
import { KafkajsLogTransport, LOG_TOPIC, logRecordOf } from '@vouchsafe/messaging';
import { describeWithKafka } from '@vouchsafe/messaging/testing';
import { openLedger } from '@vouchsafe/projections';
import { policyStatus } from '@vouchsafe/reactions';
import { ProgramOpened } from '@vouchsafe/programs-contracts';
import { REACTORS } from './index.js';

// The process itself, as an operator starts and stops it.

jest.setTimeout(240_000);
const main = join(__dirname, '../../../dist/apps/reactor/src/main.js');
let fresh: FreshDatabase;
let home: string;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
});
afterEach(() => { for (const child of children) child.kill('SIGKILL'); });
afterAll(async () => {
  await fresh?.drop();
  await rm(home, { recursive: true, force: true });
});

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const starting = async (env: Record<string, string>) => {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ADMIN_PORT: String(port), PORT: String(port === 65_535 ? 65_534 : port + 1), VOUCHSAFE_HOME: home, VOUCHSAFE_ACCEPT_DATA_LOSS: 'yes', ...env }, stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.add(child);
  let said = '';
  child.stderr!.on('data', (text: Buffer) => { said += text.toString(); });
  const ended = once(child, 'close').then(([code]) => { children.delete(child); return code as number | null; });
  return { child, ended, said: () => said, get: async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text() };
};

it.each([
  [{}, 'DATABASE_URL is empty, but a reactor of its own needs the address of the server that the api uses.'],
  [{ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', SMTP_URL: 'mail' }, 'SMTP_URL is "mail", but it must be empty, or of the form smtps://user:password@host:465.'],
  [{ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', REMIND_DAYS_BEFORE: 'soon' }, 'REMIND_DAYS_BEFORE is "soon", but it must be a whole number of days from 1 to 365.'],
])('does not start with %j, and says why in one sentence', async (env, sentence) => {
  const { ended, said } = await starting(env);
  expect(await ended).toBe(1);
  expect(said()).toBe(`${sentence}\n`);
});

const healthy = async ({ get, said }: Awaited<ReturnType<typeof starting>>) => {
  for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const health = await get('/health').then((text) => JSON.parse(text) as { status: string; parts: { part: string; ok: boolean; detail?: object }[] }, () => undefined);
    if (health?.status === 'ok') return health;
  }
  throw new Error(`It was never ready: ${said()}`);
};

it('migrates what it needs, says what it does, is ready, shows what is due, and leaves within its time', async () => {
  const reactor = await starting({ DATABASE_URL: fresh.url });
  expect((await healthy(reactor)).parts).toContainEqual(expect.objectContaining({ part: 'reactions', ok: true, detail: { due: 0, dead: 0, unread: 0, parked: 0 } }));
  expect(reactor.said()).toMatch(/reacting.*mails="into the outbox"/);
  expect(await reactor.get('/metrics')).toMatch(/^# TYPE vouchsafe_reactions_due gauge$/m);
  reactor.child.kill('SIGTERM');
  expect(await reactor.ended).toBe(0);
});

describeWithKafka('the process of a reactor and a broker', ({ brokers }) => {
  it('reads what the topic brings, in a group of its own', async () => {
    const reactor = await starting({ DATABASE_URL: fresh.url, KAFKA_BROKERS: brokers.join(',') });
    await healthy(reactor);
    expect(reactor.said()).toMatch(/reacting.*from="the topic"/);
    const ledger = await openLedger(fresh.url);
    const transport = await KafkajsLogTransport.open({ brokers, clientId: 'spec' });
    try {
      const tenant = aTenant(1);
      await ledger.store.openLog(tenant);
      for (let at = 1; at <= 5; at += 1) {
        const events = [{ ...ProgramOpened.of({ programId: `p${at}` }), schemaVersion: ProgramOpened.version, occurredOn: '2026-01-01' }];
        await ledger.store.append(tenant, { requestKey: `k${at}`, actor: 'system:spec', correlation: 'spec', writes: [{ stream: `program-p${at}`, expected: 'any', events }] });
      }
      await transport.publish((await ledger.store.readProven(tenant, { after: 0, max: 5 })).map((event) => logRecordOf(event, { to: LOG_TOPIC })));
      const isCommitted = async () => (await transport.lag(REACTORS)).reduce((sum, { records }) => sum + records, 0) === 0;
      const isRead = async () => {
        const status = await policyStatus(ledger.database);
        return status.length > 0 && status.every(({ position }) => position === 5);
      };
      for (const end = Date.now() + 120_000; !((await isRead()) && (await isCommitted())); await new Promise((resolve) => setTimeout(resolve, 100))) if (Date.now() > end) throw new Error(`It was never read: ${reactor.said()}`);
    } finally {
      await transport.close();
      await ledger.close();
    }
    reactor.child.kill('SIGTERM');
    expect(await reactor.ended).toBe(0);
  });
});
