import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@vouchsafe/embedded-postgres';
import { freshLog, type FreshLog } from '../testing.js';
import { requireDurability } from './durability.js';

jest.setTimeout(120_000);

let server: EmbeddedPostgres; // the settings are the whole server's, and that of the run is set to forget
let log: FreshLog;
beforeAll(async () => {
  server = await startEmbeddedPostgres({ home: await mkdtemp(join(tmpdir(), 'vouchsafe-spec-')), temporary: true });
  log = await freshLog({ server: server.url, poolSize: 1 });
});
afterAll(async () => {
  await log?.close();
  await server?.stop();
});

const SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'];
/** What is thought of a server that has these off. */
const verdict = async (off: readonly string[], env: Record<string, string> = {}): Promise<string> => {
  for (const name of SETTINGS) await log.admin.query(off.includes(name) ? `ALTER SYSTEM SET ${name} = off` : `ALTER SYSTEM RESET ${name}`);
  await log.admin.query('SELECT pg_reload_conf()');
  const heard = async () => (await log.database.call<{ all: boolean }>('heard', `SELECT bool_and((setting = 'off') = (name = ANY ($1))) AS all FROM pg_settings WHERE name = ANY ($2)`, [off, SETTINGS]))[0]!.all;
  while (!await heard()) await new Promise((resolve) => setTimeout(resolve, 20));
  return requireDurability(log.database, env).then(() => 'accepted', ({ name, message }: Error) => `${name}: ${message}`);
};

it('accepts a server that waits for its disk', async () => expect(await verdict([])).toBe('accepted'));

it.each([
  [['fsync'], 'fsync off, but it must be on'],
  [['full_page_writes'], 'full_page_writes off, but it must be on'],
  [['synchronous_commit'], 'synchronous_commit off, but it must be on'],
  [SETTINGS, 'fsync and full_page_writes and synchronous_commit off, but they must be on'],
])('refuses one that does not, in a sentence: %j', async (off, words) => {
  expect(await verdict(off)).toBe(`WrongEnvironment: DATABASE_URL names a server that runs with ${words}, or a power failure loses what was acknowledged; tests set VOUCHSAFE_ACCEPT_DATA_LOSS=yes.`);
});

it('lets it pass by name only', async () => {
  expect(await verdict(['fsync'], { VOUCHSAFE_ACCEPT_DATA_LOSS: 'yes' })).toBe('accepted');
  expect(await verdict(['fsync'], { VOUCHSAFE_ACCEPT_DATA_LOSS: 'no', NODE_ENV: 'test' })).toMatch(/^WrongEnvironment/);
});
