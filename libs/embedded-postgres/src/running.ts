import { readFile, rm, writeFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder, readPassword, type Cluster } from './cluster.js';
import { commandOf, isRunning, ownMark, type ProcessMark } from './processes.js';
import { EmbeddedPostgresUnavailable } from './unavailable.js';

/** What the owner of a running server leaves beside the data for other processes of the same home. */
interface ServerRecord { readonly owner: ProcessMark; readonly port: number }

const DIES_WITHIN = 3_000; // an owner that was killed a moment ago may still be on its way out
const STOPS_BY_ITSELF_WITHIN = 5_000; // its watchdog has noticed at once that the owner is gone
const STOPS_WITHIN = 40_000;

/** The setting by which a process is known to be the server of this home, whatever its number was reused for. */
export const homeSetting = (home: string): string => `vouchsafe.home=${home}`;

export const connectionUrl = (port: number, password: string, database: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

const recordFile = (folder: string): string => join(folder, 'server.json');

const readRecord = (folder: string): Promise<ServerRecord | undefined> =>
  readFile(recordFile(folder), 'utf8').then((text) => JSON.parse(text) as ServerRecord, () => undefined);

export const writeRecord = async ({ folder }: Cluster, port: number): Promise<void> => {
  const record: ServerRecord = { owner: await ownMark(), port };
  await writeFile(`${recordFile(folder)}.new`, JSON.stringify(record), { mode: 0o600 });
  await rename(`${recordFile(folder)}.new`, recordFile(folder));
};

export const removeRecord = ({ folder }: Cluster): Promise<void> => rm(recordFile(folder), { force: true });

const serverProcess = async (folder: string): Promise<number | undefined> => {
  const pid = Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  const command = pid > 0 ? await commandOf(pid) : undefined;
  return command?.includes('vouchsafe.home=') ? pid : undefined;
};

/** Finds the server that another process runs in this home.
 * @returns the connection URL of the database `vouchsafe`, or undefined where none is running */
export const findRunning = async (home: string): Promise<string | undefined> => {
  const folder = clusterFolder(home);
  const [record, password, server] = await Promise.all([readRecord(folder), readPassword(folder), serverProcess(folder)]);
  return record && record.port > 0 && password && server ? connectionUrl(record.port, password, 'vouchsafe') : undefined;
};

const staysRunning = async (owner: ProcessMark): Promise<boolean> => {
  for (const end = performance.now() + DIES_WITHIN; await isRunning(owner); await sleep(50)) if (performance.now() > end) return true;
  return false;
};

/** Claims a home for this process; a server whose owner has died is waited for, and stopped if need be.
 * @throws EmbeddedPostgresUnavailable while another process uses the home */
export const claim = async (cluster: Cluster, onProgress: (text: string) => void): Promise<void> => {
  const record = await readRecord(cluster.folder);
  if (record && await staysRunning(record.owner)) {
    throw new EmbeddedPostgresUnavailable(
      `${cluster.home} is in use by another Vouchsafe (process ${record.owner.pid}); stop that one, or set VOUCHSAFE_HOME to another folder.`);
  }
  await writeRecord(cluster, 0);
  if (await serverProcess(cluster.folder)) onProgress('waiting for the previous PostgreSQL to stop');
  await untilPreviousEnded(cluster);
};

/** Waits for a server that nobody owns any more; its watchdog stops it, and if that is gone we do.
 * @throws EmbeddedPostgresUnavailable if it does not stop */
export const untilPreviousEnded = async ({ home, folder }: Cluster): Promise<void> => {
  const began = performance.now();
  let asked = false;
  for (let server = await serverProcess(folder); server; server = await serverProcess(folder)) {
    const waited = performance.now() - began;
    if (waited > STOPS_WITHIN) throw new EmbeddedPostgresUnavailable(`The PostgreSQL that was running in ${home} (process ${server}) does not stop; end it by hand.`);
    if (waited > STOPS_BY_ITSELF_WITHIN && !asked) {
      process.kill(server, 'SIGINT');
      asked = true;
    }
    await sleep(50);
  }
};
