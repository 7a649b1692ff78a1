import { randomBytes } from 'node:crypto';
import { chown, link, mkdir, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isReachable, serverAccount, type Account } from './account.js';
import type { Programs } from './programs.js';
import { EmbeddedPostgresUnavailable } from './unavailable.js';
import { startWatched } from './watchdog.js';

const MAJOR = '18';

/** One PostgreSQL of one VOUCHSAFE_HOME: where its files lie and who runs it. */
export interface Cluster {
  readonly home: string;
  /** Holds everything below; belongs to the account that runs the server. */
  readonly folder: string;
  readonly data: string;
  readonly account: Account | undefined;
  readonly password: string;
}

export const clusterFolder = (home: string): string => join(resolve(home), 'postgresql');

/** The generated password, or undefined where none was made yet. */
export const readPassword = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, 'password'), 'utf8').then((text) => text.trim(), () => undefined);

const makePassword = async (folder: string): Promise<string> => {
  const draft = join(folder, `password-${randomBytes(6).toString('hex')}`);
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await link(draft, join(folder, 'password')).catch(() => undefined); // whoever comes second keeps the first one's
  await rm(draft);
  return (await readPassword(folder)) ?? '';
};

/** Makes the folders of a home, and the password.
 * @param temporary the account that runs the server may remove the home itself
 * @throws EmbeddedPostgresUnavailable where the data belong to another user or to another major version */
export const openCluster = async (home: string, temporary: boolean): Promise<Cluster> => {
  const data = join(clusterFolder(home), 'data');
  const account = await serverAccount(data);
  await mkdir(home, { recursive: true });
  await mkdir(clusterFolder(home), { recursive: true, mode: 0o700 });
  const real = await realpath(home);
  const folder = clusterFolder(real);
  const owner = (await stat(folder)).uid;
  if (process.getuid && !account && owner !== process.getuid()) {
    throw new EmbeddedPostgresUnavailable(`${folder} belongs to another user (number ${owner}); start as that user, or set VOUCHSAFE_HOME to another folder.`);
  }
  const password = (await readPassword(folder)) ?? await makePassword(folder);
  if (account) {
    for (const place of [folder, join(folder, 'password'), ...(temporary ? [real] : [])]) await chown(place, account.uid, account.gid);
  }
  const version = await readFile(join(folder, 'data', 'PG_VERSION'), 'utf8').catch(() => MAJOR);
  if (version.trim() !== MAJOR) {
    throw new EmbeddedPostgresUnavailable(`${join(folder, 'data')} was written by PostgreSQL ${version.trim()} and this is ${MAJOR}; set VOUCHSAFE_HOME to another folder.`);
  }
  return { home: real, folder, data: join(folder, 'data'), account, password };
};

/** How the server is told its data directory. Below a private folder, /root for one, another account cannot walk to it; but we
 * can, and hand it over as the working directory, which Linux lets a process use however it came by it. */
export const dataArgument = async (folder: string, account: Account | undefined): Promise<string> => {
  if (await isReachable(folder, account)) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new EmbeddedPostgresUnavailable(`PostgreSQL may not run as root, and user ${account?.uid} cannot reach ${folder}; start as another user, or set VOUCHSAFE_HOME to a folder that is open to it.`);
};

/** Creates the data directory where there is none. Interrupted at any point, it leaves none, and the next start creates it.
 * @param quick without waiting for the disk: for data that nobody will miss */
export const createData = async (cluster: Cluster, { bin }: Programs, quick: boolean): Promise<void> => {
  const { folder, data, account } = cluster;
  for (const leftOver of (await readdir(folder)).filter((name) => name.startsWith('data-new-'))) await rm(join(folder, leftOver), { recursive: true, force: true });
  if (await stat(data).catch(() => undefined)) return;

  const draft = join(folder, `data-new-${randomBytes(6).toString('hex')}`);
  await mkdir(draft, { mode: 0o700 });
  if (account) await chown(draft, account.uid, account.gid);
  const initdb = await startWatched([
    join(bin, 'initdb'), '-D', await dataArgument(draft, account), '--pwfile=../password', '--username=postgres', '--auth=scram-sha-256',
    '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(quick ? ['--no-sync'] : []),
  ], { account, folder: draft, output: 'pipe' });
  let output = '';
  initdb.stdout?.on('data', (text) => { output += text; });
  initdb.stderr?.on('data', (text) => { output += text; });
  const status = await new Promise((ended) => initdb.once('close', ended));
  if (status !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new EmbeddedPostgresUnavailable(`The database in ${folder} could not be created: ${lastLines(output)}`);
  }
  await rename(draft, data).catch(async () => { // somebody else was quicker by a moment
    await rm(draft, { recursive: true, force: true });
    if (!await stat(data).catch(() => undefined)) throw new EmbeddedPostgresUnavailable(`${data} could not be written.`);
  });
};

/** The end of a program's output as one line of a message. */
export const lastLines = (output: string): string => output.trim().split('\n').slice(-5).map((line) => line.trim()).join(' / ') || 'it said nothing.';
