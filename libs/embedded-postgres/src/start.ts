import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createData, openCluster } from './cluster.js';
import { KeptServer } from './keep-running.js';
import { findPrograms } from './programs.js';
import { claim, connectionUrl, removeRecord, writeRecord } from './running.js';
import { becomesReady, halt, launch, letOwnerEnd, type ServerOptions } from './server.js';
import type { EmbeddedPostgresUnavailable } from './unavailable.js';

export interface EmbeddedPostgresOptions {
  /** VOUCHSAFE_HOME: everything is kept below it. */
  readonly home: string;
  /** Settings of postgresql.conf, which win over ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called with a few words before each step that may take a while, and when the server had to be started again. */
  readonly onProgress?: (text: string) => void;
  /** The home is removed when the server has stopped, however its owner ended; a server without its home is not started again. */
  readonly temporary?: boolean;
  /** How many times in a row a server that ends by itself is started again: 12, over two minutes, unless said otherwise. */
  readonly restarts?: number;
  /** Milliseconds after which a server that was started again counts as well: 60,000 unless said otherwise. */
  readonly steadyAfter?: number;
  /** Called at most once, when that was in vain: nothing will be served any more. */
  readonly onLost?: (reason: EmbeddedPostgresUnavailable) => void;
}

export interface EmbeddedPostgres {
  /** Connects the superuser to the database `vouchsafe`; the same for as long as it is not stopped. */
  readonly url: string;
  /** Stops the server, ending its connections; may be called again. Call it after the application has drained. */
  stop(): Promise<void>;
}

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

/** Starts the PostgreSQL that comes with the packages, on data kept in `home`, and waits until a client connects. If it ends by itself it is
 * started again. It stops with this process, however that ends.
 * @throws EmbeddedPostgresUnavailable with one sentence where it cannot run here, or another process uses the home */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { home, settings = {}, onProgress = () => undefined, temporary = false, restarts = 12, steadyAfter = 60_000, onLost = () => undefined } = options;
  const cluster = await openCluster(home, temporary);
  await claim(cluster, onProgress);
  try {
    const programs = await findPrograms(cluster.account, cluster.folder);
    const isFirst = !await stat(cluster.data).catch(() => undefined);
    if (isFirst) onProgress('creating the database');
    await createData(cluster, programs, settings['fsync'] === 'off');

    onProgress('starting PostgreSQL');
    const served: ServerOptions = { cluster, settings, temporary, onProgress, port: await freePort() };
    const server = await launch(served, programs);
    await becomesReady(server, served);
    await writeRecord(cluster, served.port).catch((error: unknown) => halt(server).then(() => { throw error; }));
    const kept = temporary ? { stop: () => halt(server) } : new KeptServer(server, { ...served, restarts, steadyAfter, onLost });
    letOwnerEnd(server);

    let stopped: Promise<void> | undefined;
    return { url: connectionUrl(served.port, cluster.password, 'vouchsafe'), stop: () => (stopped ??= kept.stop().then(() => removeRecord(cluster))) };
  } catch (error) {
    await removeRecord(cluster);
    throw error;
  }
};
