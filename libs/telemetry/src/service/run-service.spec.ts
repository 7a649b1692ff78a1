import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

jest.setTimeout(120_000);
const built = pathToFileURL(join(__dirname, '../../../../dist/libs/telemetry/src/index.js')).href;

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const eventually = async <Result>(what: string, look: () => Promise<Result | undefined | false>): Promise<Result> => {
  for (const until = performance.now() + 60_000; performance.now() < until;) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Waited in vain for ${what}.`);
};

const running = new Set<() => void>();
afterEach(() => { for (const kill of running) kill(); });

/** A process whose main is `begin`, in JavaScript; it says `begun` once it is through. */
const aService = async (begin: string, { env = {}, options = '{}' }: { env?: Record<string, string>; options?: string } = {}) => {
  const adminPort = await freePort();
  const main = `import { runService } from ${JSON.stringify(built)};
    await runService('trial', async (service) => { ${begin} }, ${options});
    process.stdout.write('begun\\n');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', main], {
    env: { PATH: process.env['PATH'], ADMIN_PORT: String(adminPort), PORT: String(adminPort === 65_535 ? 65_534 : adminPort + 1), ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => void child.kill('SIGKILL');
  running.add(kill);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const ended = new Promise<number | string>((resolve) => child.on('close', (status, signal) => { running.delete(kill); resolve(status ?? signal!); }));
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${adminPort}${path}`, { signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return { status: response.status, text, body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) as { status: string; parts: { part: string; ok: boolean; reason?: string; detail?: object }[] } : undefined };
  };
  const says = (words: string) => eventually(`"${words}" in:\n${said}`, async () => said.includes(words));
  return { adminPort, child, ended, said: () => said, says, get };
};

it('is alive at once, and ready when it has begun and all its parts can work', async () => {
  const { says, get, child, ended } = await aService(`
    service.part('database', async () => ({ connections: 3 }));
    let isThere = false;
    service.part('broker', async () => { if (!isThere) throw new Error('nobody at 10.0.0.7:9092'); });
    process.stdout.write('beginning\\n');
    await new Promise((resolve) => process.once('SIGUSR2', resolve));
    process.on('SIGUSR2', () => { isThere = true; process.stdout.write('there\\n'); });`);
  await says('beginning');
  expect((await get('/health/live')).status).toBe(200);
  expect(await get('/health/ready')).toMatchObject({ status: 503, body: { status: 'starting' } });
  child.kill('SIGUSR2');
  await says('begun');
  expect(await get('/health/ready')).toMatchObject({ status: 503, body: { status: 'error', parts: [
    { part: 'event loop', ok: true }, { part: 'database', ok: true, detail: { connections: 3 } }, { part: 'broker', ok: false, reason: 'nobody at 10.0.0.7:9092' },
  ] } });
  child.kill('SIGUSR2');
  await says('there');
  expect(await get('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  expect((await get('/metrics')).text).toMatch(/^process_resident_memory_bytes \d+/m);
  expect((await get('/elsewhere')).status).toBe(404);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it('leaves at a signal: not ready at once, the newest closed first, status 0', async () => {
  const { says, get, child, ended, said } = await aService(`
    service.later('first', async () => process.stdout.write('closed first\\n'));
    service.later('failing', async () => { throw new Error('no'); });
    service.later('last', () => new Promise((resolve) => process.once('SIGUSR2', () => { process.stdout.write('closed last\\n'); resolve(); })));`);
  await says('begun');
  child.kill('SIGTERM');
  await says('leaving');
  expect(await get('/health/ready')).toMatchObject({ status: 503, body: { status: 'leaving' } });
  expect((await get('/health/live')).status).toBe(200);
  child.kill('SIGTERM'); // the same press of the key, passed on
  child.kill('SIGUSR2');
  expect(await ended).toBe(0);
  expect(said().indexOf('closed last')).toBeLessThan(said().indexOf('closed first'));
});

it('does not wait for ever for a part that does not end, and names it', async () => {
  const { says, child, ended, said } = await aService(`service.later('stubborn', () => new Promise(() => {}));`, { options: '{ drainLimit: 100 }' });
  await says('begun');
  child.kill('SIGINT');
  expect(await ended).toBe(1);
  expect(said()).toMatch(/did not end in time.*stubborn/);
});

it('ends at once at a second signal', async () => {
  const { says, child, ended } = await aService(`service.later('stubborn', () => new Promise(() => {})); setInterval(() => {}, 1000);`, { options: '{ drainLimit: 600000 }' });
  await says('begun');
  child.kill('SIGTERM');
  await says('leaving');
  const again = setInterval(() => child.kill('SIGTERM'), 200);
  expect(await ended).toBe(143);
  clearInterval(again);
});

it('closes what was open when the start fails', async () => {
  const { ended, said } = await aService(`service.later('pool', async () => process.stdout.write('closed pool\\n')); throw new Error('no table');`);
  expect(await ended).toBe(1);
  expect(said()).toMatch(/closed pool[\s\S]*it cannot go on.*no table/);
});

it('closes what is open when something is lost for good, and says what', async () => {
  const { ended, said } = await aService(`
    service.later('pool', async () => process.stdout.write('closed pool\\n'));
    setTimeout(() => service.giveUp(new URIError('The disk is gone.')), 10);`, { options: '{ refusals: [URIError] }' });
  expect(await ended).toBe(1);
  expect(said()).toBe('begun\nclosed pool\nThe disk is gone.\n');
});

it.each([
  ['a wrong environment', '', { KAFKA_BROKERS: 'x' }, 'KAFKA_BROKERS is "x", but it must be empty, or the brokers as host:port, separated by commas.'],
  ['a wrong level of the log', '', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud", but it must be one of trace, debug, info, warn, error, fatal, silent.'],
  ['what a person can put right', `throw new URIError('Do this.');`, {}, 'Do this.'],
])('refuses %s in one sentence', async (_, begin, env, sentence) => {
  const { ended, said } = await aService(begin, { env, options: '{ refusals: [URIError] }' });
  expect(await ended).toBe(1);
  expect(said()).toBe(`${sentence}\n`);
});

it('refuses a port that is taken, by its number', async () => {
  const other = await aService('');
  await other.says('begun');
  const { ended, said } = await aService('', { env: { ADMIN_PORT: String(other.adminPort) } });
  expect(await ended).toBe(1);
  expect(said()).toBe(`Port ${other.adminPort} is taken by another program: stop it, or set PORT and ADMIN_PORT to free ones.\n`);
});

it.each(['throw new Error("lost")', 'void Promise.reject(new Error("lost"))'])('logs what nobody caught, and ends with 1: %s', async (what) => {
  const { ended, said } = await aService(`setTimeout(() => { ${what} }, 10); setInterval(() => {}, 1000);`);
  expect(await ended).toBe(1);
  expect(said()).toMatch(/fatal trial: .*nobody caught this.*lost/);
});

it('is not ready while its event loop stands still, nor shortly after, and is again by itself', async () => {
  const { says, get, child } = await aService(`
    setInterval(() => {}, 1000);
    process.once('SIGUSR2', () => { const until = performance.now() + 3_000; while (performance.now() < until); });`);
  await says('begun');
  const isReady = () => get('/health/ready').then(({ status }) => status === 200, () => false);
  await eventually('it to be ready', isReady);
  child.kill('SIGUSR2');
  const red = await eventually('the block to be told', () => get('/health/ready').then((seen) => seen.status === 503 && seen.body, () => undefined));
  expect(red).toMatchObject({ status: 'error', parts: [{ part: 'event loop', ok: false, reason: expect.stringMatching(/^it stood still for \d+ ms/) }] });
  await eventually('it to be ready again', isReady);
});
