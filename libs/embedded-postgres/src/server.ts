import type { ChildProcess } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { dataArgument, lastLines, type Cluster } from './cluster.js';
import type { Programs } from './programs.js';
import { connectionUrl, homeSetting } from './running.js';
import { EmbeddedPostgresUnavailable } from './unavailable.js';
import { startWatched } from './watchdog.js';

/** What a server is started with, each time. */
export interface ServerOptions {
  readonly cluster: Cluster;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly temporary: boolean;
  readonly onProgress: (text: string) => void;
}

const LOG_KEPT = 10_000_000; // bytes
const RECOVERS_WITHIN = 600_000; // ms; replaying a large WAL after a crash takes minutes, and giving up would begin it anew
const ours = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', max_connections: '100',
  // A failing statement and the detail of an error carry the values of rows, and those belong in no log.
  log_min_error_statement: 'panic', log_error_verbosity: 'terse',
};

/** Starts the server and does not wait.
 * @param programs where they were found last: a copy of them goes with the server that ran from it */
export const launch = async ({ cluster, port, settings, temporary }: ServerOptions, programs: Programs): Promise<ChildProcess> => {
  const all = Object.entries({ ...ours, port, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = join(cluster.folder, 'server.log');
  const isLong = ((await stat(log).catch(() => undefined))?.size ?? 0) > LOG_KEPT;
  const output = await open(log, isLong ? 'w' : 'a', 0o600);
  try {
    return await startWatched(
      [join(programs.bin, 'postgres'), '-D', await dataArgument(cluster.data, cluster.account), ...all, '-c', homeSetting(cluster.home)],
      {
        account: cluster.account, folder: cluster.data, output: output.fd,
        remove: [...(programs.copy ? [programs.copy] : []), ...(temporary ? [cluster.home] : [])],
      });
  } finally {
    await output.close();
  }
};

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;

export const ended = (server: ChildProcess): Promise<void> => new Promise((done) => {
  if (hasEnded(server)) done();
  else server.once('exit', () => done());
});

/** What is told to somebody who asks too early or too late is fatal to the asker. */
const NOT_THE_CAUSE = /the database system is (starting up|shutting down|in recovery mode|not yet accepting connections)/;

/** What a server that ended by itself died of, in a few words. */
export const causeOfDeath = async ({ exitCode }: ChildProcess, { folder }: Cluster): Promise<string> => {
  if ((exitCode ?? 0) > 128) return `signal ${exitCode! - 128}`; // as a shell says it of its child; nothing of it is in the log
  const lines = (await readFile(join(folder, 'server.log'), 'utf8').catch(() => '')).trim().split('\n').slice(-30).filter((each) => !NOT_THE_CAUSE.test(each));
  const line = lines.findLast((each) => /PANIC|FATAL/.test(each)) ?? lines.at(-1) ?? '';
  return line.replace(/^\S+ \S+ \S+ \[\d+\] /, '').trim().replace(/\.$/, '');
};

export const halt = async (server: ChildProcess): Promise<void> => {
  server.ref();
  server.stdin?.end();
  await ended(server);
};

/** Whoever has nothing else left to do may end, and the server ends with it. */
export const letOwnerEnd = (server: ChildProcess): void => {
  server.unref();
  (server.stdin as unknown as { unref?: () => void } | null)?.unref?.();
};

/** Ready means that a client connects; it then finds the database `vouchsafe`. */
const connectAndPrepare = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // reported by whatever awaits the client
  try {
    await client.connect();
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'vouchsafe'");
    if (!rowCount) await client.query('create database vouchsafe');
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Nobody listens yet, or it starts, or it crashed just now; node-postgres says the last two without a code. */
const isNotYetUp = ({ code, message }: { code?: string; message: string }): boolean =>
  /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[1-3])$/.test(code ?? '') || /^(timeout expired|Connection terminated)/.test(message);

const connects = async (server: ChildProcess, url: string, onProgress: (text: string) => void): Promise<boolean> => {
  const began = performance.now();
  let told = false;
  while (!hasEnded(server)) {
    try {
      await connectAndPrepare(url);
      return true;
    } catch (error) {
      const waited = performance.now() - began;
      if (hasEnded(server)) return false;
      if (!isNotYetUp(error as Error) || waited > RECOVERS_WITHIN) throw error;
      if (waited > 2_000 && !told) {
        onProgress('PostgreSQL is recovering what it had written last');
        told = true;
      }
      await sleep(20);
    }
  }
  return false;
};

/** Waits until a client connects; a server that does not come so far is stopped.
 * @throws EmbeddedPostgresUnavailable with the server's last words */
export const becomesReady = async (server: ChildProcess, { cluster, port, onProgress }: ServerOptions): Promise<void> => {
  try {
    if (await connects(server, connectionUrl(port, cluster.password, 'postgres'), onProgress)) return;
    const log = await readFile(join(cluster.folder, 'server.log'), 'utf8').catch(() => '');
    throw new EmbeddedPostgresUnavailable(`PostgreSQL did not start in ${cluster.home}: ${lastLines(log)}`);
  } catch (error) {
    await halt(server);
    throw error;
  }
};
