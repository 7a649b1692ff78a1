import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freshLog, anAppend, aTenant, aWrite, anEvent, type FreshLog } from '@vouchsafe/event-store/testing';
import { describeWithKafka } from '@vouchsafe/messaging/testing';

// The process itself, as an operator starts and stops it.

jest.setTimeout(240_000);
const main = join(__dirname, '../../../dist/apps/relay/src/main.js');
const NOBODY = '127.0.0.1:1';

let log: FreshLog;
const children = new Set<ChildProcess>();
beforeAll(async () => { log = await freshLog(); });
afterEach(() => { for (const child of children) child.kill('SIGKILL'); });
afterAll(() => log?.close());

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const until = async <Seen>(what: string, look: () => Promise<Seen | undefined | false>): Promise<Seen> => {
  for (const end = performance.now() + 120_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const seen = await look().catch(() => undefined);
    if (seen) return seen;
  }
  throw new Error(`Waited in vain for ${what}.`);
};

const starting = async (env: Record<string, string>) => {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ADMIN_PORT: String(port), PORT: String(port === 65_535 ? 65_534 : port + 1), ...env }, stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.add(child);
  let said = '';
  child.stderr!.on('data', (text: Buffer) => { said += text.toString(); });
  const ended = once(child, 'close').then(([code]) => { children.delete(child); return code as number | null; });
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const parts = async () => {
    const { status, parts: all } = JSON.parse(await get('/health')) as { status: string; parts: { part: string; ok: boolean; reason?: string; detail?: object }[] };
    return { status, of: (part: string) => all.find((each) => each.part === part) };
  };
  return { child, ended, said: () => said, get, parts };
};

it.each([
  [{}, 'DATABASE_URL is empty, but a relay needs the address of the server that the api uses.'],
  [{ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }, 'KAFKA_BROKERS is empty, but a relay needs the brokers that it publishes to, as host:port, separated by commas.'],
])('does not start with %j, and says why in one sentence', async (env, sentence) => {
  const { ended, said } = await starting(env);
  expect(await ended).toBe(1);
  expect(said()).toBe(`${sentence}\n`);
});

it('starts while no broker answers, is not ready, holds its leases, and leaves within its time', async () => {
  const relay = await starting({ DATABASE_URL: log.url, KAFKA_BROKERS: NOBODY });
  const seen = await until('it to be up', async () => { const health = await relay.parts(); return health.status === 'error' && health; });
  expect(seen.of('database')).toMatchObject({ ok: true });
  expect(seen.of('broker')).toMatchObject({ ok: false, reason: expect.stringMatching(/./) });
  await until('its leases', async () => /^vouchsafe_relay_leases 64$/m.test(await relay.get('/metrics')));
  relay.child.kill('SIGTERM');
  expect(await relay.ended).toBe(0);
  expect((await log.admin.query('SELECT FROM relay.lease WHERE owner IS NOT NULL')).rowCount).toBe(0);
});

describeWithKafka('the process of a relay and a broker', ({ brokers }) => {
  it('publishes what is appended, tells how old it was, and gives its leases back when it leaves', async () => {
    const relay = await starting({ DATABASE_URL: log.url, KAFKA_BROKERS: brokers.join(',') });
    await until('it to be ready', async () => (await relay.parts()).status === 'ok');
    expect((await relay.parts()).of('relay')).toMatchObject({ ok: true, detail: { relays: 1 } });
    const tenant = aTenant(7);
    await log.store.openLog(tenant);
    await log.store.append(tenant, anAppend(aWrite('s', [anEvent(), anEvent(), anEvent()])));
    const metrics = await until('three records', async () => { const text = await relay.get('/metrics'); return /vouchsafe_relay_records_total\{outcome="published"\} 3$/m.test(text) && text; });
    expect(metrics).toMatch(/^vouchsafe_relay_age_seconds_count 3$/m);
    expect((await log.admin.query('SELECT position::int FROM relay.mark WHERE tenant_id = $1', [tenant])).rows).toEqual([{ position: 3 }]);
    relay.child.kill('SIGTERM');
    expect(await relay.ended).toBe(0);
    expect((await log.admin.query('SELECT FROM relay.member')).rowCount).toBe(0);
    expect((await log.admin.query('SELECT FROM relay.lease WHERE owner IS NOT NULL')).rowCount).toBe(0);
  });
});
