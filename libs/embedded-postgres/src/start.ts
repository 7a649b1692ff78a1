import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createData, dataArgument, lastLines, openCluster, type Cluster } from './cluster.js';
import { findPrograms, type Programs } from './programs.js';
import { claim, connectionUrl, homeSetting, removeRecord, writeRecord } from './running.js';
import { EmbeddedPostgresUnavailable } from './unavailable.js';
import { startWatched } from './watchdog.js';

export interface EmbeddedPostgresOptions {
  /** VOUCHSAFE_HOME: everything is kept below it. */
  readonly home: string;
  /** Settings of postgresql.conf, which win over ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called with a few words before each step that may take a while. */
  readonly onProgress?: (text: string) => void;
  /** The home is removed when the server has stopped, however its owner ended. */
  readonly temporary?: boolean;
}

export interface EmbeddedPostgres {
  /** Connects the superuser to the database `vouchsafe`. */
  readonly url: string;
  /** Stops the server, ending its connections; may be called again. Call it after the application has drained. */
  stop(): Promise<void>;
}

const LOG_KEPT = 10_000_000; // bytes
const RECOVERS_WITHIN = 600_000; // ms; replaying a large WAL after a crash takes minutes, and giving up would begin it anew
const ours = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', max_connections: '100',
  // A failing statement and the detail of an error carry the values of rows, and those belong in no log.
  log_min_error_statement: 'panic', log_error_verbosity: 'terse',
};

/** A free port below those that a system hands out for outgoing connections: none of these can take it in the meantime. */
const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + randomInt(12_000);
    const isFree = await new Promise<boolean>((answer) => {
      const probe = createServer().once('error', () => answer(false)).listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
    });
    if (isFree) return port;
  }
};

const launch = async (cluster: Cluster, programs: Programs, port: number, options: EmbeddedPostgresOptions): Promise<ChildProcess> => {
  const settings = Object.entries({ ...ours, port, ...options.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = join(cluster.folder, 'server.log');
  const isLong = ((await stat(log).catch(() => undefined))?.size ?? 0) > LOG_KEPT;
  const output = await open(log, isLong ? 'w' : 'a', 0o600);
  try {
    return await startWatched(
      [join(programs.bin, 'postgres'), '-D', await dataArgument(cluster.data, cluster.account), ...settings, '-c', homeSetting(cluster.home)],
      {
        account: cluster.account, folder: cluster.data, output: output.fd,
        remove: [...(programs.copy ? [programs.copy] : []), ...(options.temporary ? [cluster.home] : [])],
      });
  } finally {
    await output.close();
  }
};

const hasEnded = (server: ChildProcess): boolean => server.exitCode !== null || server.signalCode !== null;

const ended = (server: ChildProcess): Promise<unknown> => new Promise((done) => {
  if (hasEnded(server)) done(undefined);
  else server.once('exit', done);
});

const halt = async (server: ChildProcess): Promise<void> => {
  server.ref();
  server.stdin?.end();
  await ended(server);
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

const isNotYetUp = ({ code }: { code?: string }): boolean => code === 'ECONNREFUSED' || code === '57P03' || code === 'ECONNRESET';

const becomesReady = async (server: ChildProcess, url: string, onProgress: (text: string) => void): Promise<boolean> => {
  const began = performance.now();
  let told = false;
  while (!hasEnded(server)) {
    try {
      await connectAndPrepare(url);
      return true;
    } catch (error) {
      const waited = performance.now() - began;
      if (hasEnded(server)) return false;
      if (!isNotYetUp(error as { code?: string }) || waited > RECOVERS_WITHIN) throw error;
      if (waited > 2_000 && !told) {
        onProgress('PostgreSQL is recovering what it had written last');
        told = true;
      }
      await sleep(20);
    }
  }
  return false;
};

/** Starts the PostgreSQL that comes with the packages, on data kept in `home`, and waits until a client connects.
 * It stops with this process, however that ends.
 * @throws EmbeddedPostgresUnavailable with one sentence where it cannot run here, or another process uses the home */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { home, settings = {}, onProgress = () => undefined, temporary = false } = options;
  const cluster = await openCluster(home, temporary);
  await claim(cluster, onProgress);
  try {
    const programs = await findPrograms(cluster.account, cluster.folder);
    const isFirst = !await stat(cluster.data).catch(() => undefined);
    if (isFirst) onProgress('creating the database');
    await createData(cluster, programs, settings['fsync'] === 'off');

    onProgress('starting PostgreSQL');
    const port = await freePort();
    const url = connectionUrl(port, cluster.password, 'vouchsafe');
    const server = await launch(cluster, programs, port, options);
    try {
      if (!await becomesReady(server, connectionUrl(port, cluster.password, 'postgres'), onProgress)) {
        const log = await readFile(join(cluster.folder, 'server.log'), 'utf8').catch(() => '');
        throw new EmbeddedPostgresUnavailable(`PostgreSQL did not start in ${cluster.home}: ${lastLines(log)}`);
      }
      await writeRecord(cluster, port);
    } catch (error) {
      await halt(server);
      throw error;
    }
    server.unref(); // whoever has nothing else left to do may end, and the server ends with it
    (server.stdin as unknown as { unref?: () => void } | null)?.unref?.();

    let stopped: Promise<void> | undefined;
    return { url, stop: () => (stopped ??= halt(server).then(() => removeRecord(cluster))) };
  } catch (error) {
    await removeRecord(cluster);
    throw error;
  }
};
