import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './index.js';
import { ask, eventually, PATIENCE_MS, postmasterOf, processesOf } from './server.fixtures.js';

jest.setTimeout(2 * PATIENCE_MS);

let home: string;
let server: EmbeddedPostgres;
let told: string[];
let lost: string[];

const start = async (options: Partial<EmbeddedPostgresOptions> = {}): Promise<void> => {
  server = await startEmbeddedPostgres({ home, settings: { fsync: 'off' }, onProgress: (text) => told.push(text), onLost: ({ message }) => lost.push(message), ...options });
  told.length = 0;
};
const killPostmaster = async (): Promise<number> => {
  const postmaster = await postmasterOf(home);
  process.kill(postmaster, 'SIGKILL');
  return postmaster;
};
const answers = (): Promise<boolean> => ask(server.url, 'select 1').then(() => true, () => false);

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  [told, lost] = [[], []];
});
afterEach(async () => {
  await server.stop();
  await eventually(async () => (await processesOf(home)).length === 0);
  await rm(home, { recursive: true, force: true });
});

it('starts a server that was killed again, at the same address and with what it had, and says so in one line', async () => {
  await start();
  await ask(server.url, 'create table promise as select 42 as kept');
  for (const time of [1, 2]) {
    const killed = await killPostmaster();
    await eventually(async () => await answers() && await postmasterOf(home) !== killed);
    expect(await ask(server.url, 'select kept from promise')).toEqual([42]);
    expect(told.filter((text) => /ended by itself/.test(text))).toEqual(Array(time).fill('PostgreSQL has ended by itself (signal 9) and is started again'));
  }
  expect(lost).toEqual([]);
});

it('starts a server again whose watchdog alone was killed', async () => {
  await start();
  const before = await postmasterOf(home);
  for (const watchdog of await processesOf(home, 'vouchsafe-watchdog')) process.kill(watchdog, 'SIGKILL');
  await eventually(async () => await answers() && await postmasterOf(home) !== before);
  expect((await processesOf(home, '-D')).length).toBeGreaterThan(0);
});

it('tries again for as long as it takes, within what it was told', async () => {
  await start();
  const control = join(home, 'postgresql/data/global/pg_control');
  await rename(control, `${control}.away`);
  await killPostmaster();
  await eventually(() => told.length > 0);
  await eventually(async () => (await processesOf(home, '-D')).length === 0); // at least one try has failed
  await rename(`${control}.away`, control);
  await eventually(answers);
  expect(lost).toEqual([]);
});

it('gives up after so many failures in a row, with one sentence that says why', async () => {
  await start({ restarts: 2 });
  await rename(join(home, 'postgresql/data/global/pg_control'), join(home, 'pg_control'));
  await killPostmaster();
  await eventually(() => lost.length > 0);
  expect(lost).toEqual([expect.stringMatching(/^PostgreSQL in \S+ ends again each time it is started, 2 times by now: .*pg_control.*[^.]\.$/)]);
  expect(await processesOf(home)).toEqual([]);
});

it('can be stopped between two tries', async () => {
  await start();
  await rename(join(home, 'postgresql/data/global/pg_control'), join(home, 'pg_control'));
  await killPostmaster();
  await eventually(() => told.length > 0);
  await server.stop();
  expect(await processesOf(home)).toEqual([]);
  expect(lost).toEqual([]);
});

it('does not start a temporary one again, whose data are gone', async () => {
  await start({ temporary: true });
  await killPostmaster();
  await eventually(async () => (await processesOf(home)).length === 0);
  expect(told).toEqual([]);
});
