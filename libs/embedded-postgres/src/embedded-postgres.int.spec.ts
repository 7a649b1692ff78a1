import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findRunning, startEmbeddedPostgres, type EmbeddedPostgres } from './index.js';
import { packagedPrograms } from './programs.js';
import { ask, eventually, PATIENCE_MS, processesOf } from './server.fixtures.js';

jest.setTimeout(2 * PATIENCE_MS);

const built = pathToFileURL(resolve('dist/libs/embedded-postgres/src/index.js')).href;
const quick = { fsync: 'off' };

let home: string;
let server: EmbeddedPostgres | undefined;
let owner: ChildProcess | undefined;

beforeEach(async () => { home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-')); });
afterEach(async () => {
  await server?.stop();
  if (owner?.pid && owner.exitCode === null && owner.signalCode === null) process.kill(-owner.pid, 'SIGKILL');
  await eventually(async () => (await processesOf(home)).length === 0);
  server = owner = undefined;
  await rm(home, { recursive: true, force: true });
});

/** Starts the built launcher in a process group of its own, as `npm start` would. */
const startInAnotherProcess = async (options: object): Promise<string> => {
  const script = `import { startEmbeddedPostgres } from '${built}';
    const { url } = await startEmbeddedPostgres(${JSON.stringify({ home, settings: quick, ...options })});
    process.stdout.write(url); setInterval(() => {}, 1000);`;
  owner = spawn(process.execPath, ['--input-type=module', '-e', script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((ready, failed) => {
    owner?.stdout?.once('data', (url: Buffer) => ready(url.toString()));
    owner?.once('exit', (status) => failed(new Error(`The owner ended with status ${status}.`)));
  });
};

it('starts PostgreSQL 18 on the loopback, with checksums, scram and the builtin locale', async () => {
  const steps: string[] = [];
  server = await startEmbeddedPostgres({ home, settings: quick, onProgress: (step) => steps.push(step) });
  expect(await ask(server.url, "select current_setting('server_version_num')::int / 10000")).toEqual([18]);
  expect(await ask(server.url, 'select current_database()')).toEqual(['vouchsafe']);
  expect(await ask(server.url, "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'vouchsafe'")).toEqual(['b C.UTF-8']);
  expect(await ask(server.url, "select current_setting('listen_addresses') || ' ' || current_setting('fsync')")).toEqual(['127.0.0.1 off']);
  expect(await ask(server.url, 'select distinct auth_method from pg_hba_file_rules')).toEqual(['scram-sha-256']);
  expect(steps).toEqual(['creating the database', 'starting PostgreSQL']);
});

it('keeps its password in a file that only its user may read, and refuses another', async () => {
  server = await startEmbeddedPostgres({ home, settings: quick });
  expect(((await stat(join(home, 'postgresql', 'password'))).mode & 0o777).toString(8)).toBe('600');
  const wrong = server.url.replace(/:[^:@]+@/, ':guessed@');
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
});

it('writes to disk before it answers, unless a test asks otherwise', async () => {
  server = await startEmbeddedPostgres({ home });
  expect(await ask(server.url, "select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')")).toEqual(['ononon']);
});

it('can be found by another process of the same home while it runs', async () => {
  expect(await findRunning(home)).toBeUndefined();
  const url = await startInAnotherProcess({});
  expect(await findRunning(home)).toBe(url);
});

it('leaves nothing running when it stops, and finds its data when it starts again', async () => {
  server = await startEmbeddedPostgres({ home, settings: quick });
  await ask(server.url, 'create table promise as select 42 as kept');
  await server.stop();
  await server.stop();
  expect(await processesOf(home)).toEqual([]);
  expect(await findRunning(home)).toBeUndefined();
  server = await startEmbeddedPostgres({ home, settings: quick });
  expect(await ask(server.url, 'select kept from promise')).toEqual([42]);
});

it('starts again with everything committed after kill -9 of the owner and its whole group', async () => {
  const url = await startInAnotherProcess({ settings: {} });
  await ask(url, 'create table promise as select 42 as kept');
  process.kill(-(owner?.pid ?? NaN), 'SIGKILL');
  server = await startEmbeddedPostgres({ home });
  expect(await ask(server.url, 'select kept from promise')).toEqual([42]);
});

it('stops by itself after kill -9 of the owner', async () => {
  await startInAnotherProcess({});
  expect((await processesOf(home)).length).toBeGreaterThanOrEqual(2);
  process.kill(-(owner?.pid ?? NaN), 'SIGKILL');
  await eventually(async () => (await processesOf(home)).length === 0);
});

it('stops a server that its watchdog no longer watches', async () => {
  const url = await startInAnotherProcess({});
  // The younger first: the guard, which would take the end of the elder for the end of the owner.
  for (const watchdog of (await processesOf(home, 'vouchsafe-watchdog')).sort((a, b) => b - a)) process.kill(watchdog, 'SIGKILL');
  process.kill(-(owner?.pid ?? NaN), 'SIGKILL');
  await eventually(async () => (await processesOf(home)).length === 1);
  expect(await ask(url, 'select 1')).toEqual([1]); // an orphan, still serving
  server = await startEmbeddedPostgres({ home, settings: quick });
  expect(await ask(server.url, 'select 1')).toEqual([1]);
});

it('refuses a home that another process uses, in a sentence that names it', async () => {
  await startInAnotherProcess({});
  await expect(startEmbeddedPostgres({ home })).rejects.toThrow(`${home} is in use by another Vouchsafe (process ${owner?.pid})`);
});

it('removes a temporary home, however its owner ended', async () => {
  await startInAnotherProcess({ temporary: true });
  process.kill(-(owner?.pid ?? NaN), 'SIGKILL');
  await eventually(() => stat(home).then(() => false, () => true));
});

it('survives an interruption of the very first start', async () => {
  const interrupted = startInAnotherProcess({}).catch(() => undefined);
  await eventually(() => readdir(join(home, 'postgresql')).then((names) => names.some((name) => name.startsWith('data-new-')), () => false));
  process.kill(-(owner?.pid ?? NaN), 'SIGKILL');
  await interrupted;
  server = await startEmbeddedPostgres({ home, settings: quick });
  expect((await readdir(join(home, 'postgresql'))).filter((name) => name.startsWith('data'))).toEqual(['data']);
});

it.each([['win32', 'x64'], ['linux', 'riscv64'], ['sunos', 'x64']])('says what to do instead on %s %s', (platform, arch) => {
  expect(() => packagedPrograms(platform, arch)).toThrow(/set DATABASE_URL to a PostgreSQL server of yours/);
});
