import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@vouchsafe/embedded-postgres';
import { eventually, freePort } from '@vouchsafe/test-support';
import { Client } from 'pg';

/** A PostgreSQL that belongs to one spec. */
export interface OwnServer {
  /** As its superuser reaches it. */
  readonly url: string;
  /** The file that it writes its own log to. */
  readonly log: string;
  stop(): Promise<void>;
}

/** The embedded one, with settings of its own, which wins over those of tests: it waits for the disk unless told otherwise. */
export const anEmbeddedServer = async (settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> => {
  const home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  const { url, stop } = await startEmbeddedPostgres({ home, temporary: true, settings });
  return { url, stop, log: join(home, 'postgresql/server.log') };
};

const FIFTEEN = '/usr/lib/postgresql/15/bin'; // where Debian puts it
const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const connects = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  return client.connect().then(() => client.end().then(() => true), () => false);
};

/** PostgreSQL 15 as Debian installs it, on data of its own. */
const aDebianServer = async (): Promise<OwnServer> => {
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}; // it refuses root
  const folder = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  const [data, log, port] = [join(folder, 'data'), join(folder, 'server.log'), await freePort()];
  await writeFile(join(folder, 'password'), 'of-a-spec');
  if (account.uid !== undefined) for (const place of [folder, join(folder, 'password')]) await chown(place, account.uid, account.gid);
  const initdb = spawnSync(join(FIFTEEN, 'initdb'), ['-D', data, `--pwfile=${join(folder, 'password')}`, '--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'], { ...account, cwd: folder, encoding: 'utf8' });
  if (initdb.status !== 0) throw new Error(initdb.stderr);
  const settings = Object.entries({ ...quick, port, listen_addresses: '127.0.0.1', unix_socket_directories: '', logging_collector: 'off', max_prepared_transactions: '5' });
  const server: ChildProcess = spawn('/bin/sh', ['-c', 'exec "$0" "$@" >>"$LOG" 2>&1', join(FIFTEEN, 'postgres'), '-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...account, cwd: folder, stdio: 'ignore', env: { LOG: log, PATH: '/usr/bin:/bin', TZ: 'UTC' },
  });
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill); // a worker that is cut off leaves nobody behind
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const url = `postgres://postgres:of-a-spec@127.0.0.1:${port}/postgres`;
  await eventually('PostgreSQL 15 to answer', () => connects(url));
  return {
    url, log,
    stop: async () => {
      process.removeListener('exit', kill);
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const others = existsSync(join(FIFTEEN, 'postgres')) ? [['PostgreSQL 15', aDebianServer]] as const : [];

/** Registers a suite for the server of the run, and for PostgreSQL 15 where it is installed.
 * @param suite is handed the address of the superuser, once the server runs; undefined is that of the run */
export const onEachServer = (suite: (name: string, server: () => string | undefined) => void): void => {
  describe('PostgreSQL of the run', () => suite('PostgreSQL', () => undefined));
  for (const [name, start] of others) describe(name, () => {
    let server: OwnServer | undefined;
    beforeAll(async () => { server = await start(); });
    afterAll(() => server?.stop());
    suite(name, () => server!.url);
  });
};
