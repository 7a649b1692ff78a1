import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@vouchsafe/embedded-postgres';
import pg from 'pg';

/** A kind of database: prepared once, copied for every lap, so that each lap starts from the same state. */
export interface Template {
  readonly name: string;
  prepare(url: string): Promise<void>;
}

export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** The one PostgreSQL that all sides are measured on. */
export interface Server {
  /** As the server names itself: `18.4`. */
  readonly version: string;
  /** Settings that decide how much a commit costs. */
  readonly durability: string;
  /** A new database; everything written before is on disk when it is handed out.
   * @param settings of its sessions, such as `commit_delay` */
  fresh(template: Template, settings?: Readonly<Record<string, string>>): Promise<FreshDatabase>;
  stop(): Promise<void>;
}

const databaseUrl = (adminUrl: string, name: string): string => {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
};

/** @param adminUrl a superuser's address */
const serverAt = async (adminUrl: string, stopServer: () => Promise<void>): Promise<Server> => {
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'vouchsafe bench' });
  await admin.connect();
  const prefix = `vouchsafe_bench_${process.pid}_`;
  const databases = new Set<string>();
  const templates = new Map<string, Promise<string>>();
  let made = 0;

  const create = async (from: string): Promise<string> => {
    const name = `${prefix}${made += 1}`;
    databases.add(name);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
    return name;
  };
  const drop = async (name: string): Promise<void> => {
    // A pool reports its end before its connections have left; thrown out, they would raise an error that nobody awaits.
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await admin.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name])).rowCount === 0) break;
      await sleep(20);
    }
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    databases.delete(name);
  };
  const prepared = async ({ prepare }: Template): Promise<string> => {
    const name = await create('template0');
    await prepare(databaseUrl(adminUrl, name));
    return name;
  };

  const show = async (setting: string) => (await admin.query(`SHOW ${setting}`)).rows[0][setting] as string;
  return {
    version: (await show('server_version')).split(' ')[0]!,
    durability: `fsync ${await show('fsync')}, synchronous_commit ${await show('synchronous_commit')}, full_page_writes ${await show('full_page_writes')}`,
    async fresh(template, settings = {}) {
      const known = templates.get(template.name) ?? prepared(template);
      templates.set(template.name, known);
      const name = await create(await known);
      for (const [setting, value] of Object.entries(settings)) await admin.query(`ALTER DATABASE ${name} SET ${setting} = ${value}`);
      await admin.query('CHECKPOINT');
      return { url: databaseUrl(adminUrl, name), drop: () => drop(name) };
    },
    async stop() {
      try {
        for (const name of databases) await drop(name);
        await admin.end();
      } finally {
        await stopServer();
      }
    },
  };
};

/** The server of `DATABASE_URL`, or one of our own on the disk of this checkout. */
export const startServer = async (progress: (text: string) => void): Promise<Server> => {
  const given = process.env['DATABASE_URL'];
  if (given) return serverAt(given, async () => {});
  // A temporary folder of the system may lie in memory, where a commit costs nothing.
  const parent = join(process.cwd(), '.local', 'bench');
  await mkdir(parent, { recursive: true });
  const home = await mkdtemp(join(parent, 'home-'));
  const embedded = await startEmbeddedPostgres({ home, temporary: true, onProgress: progress });
  return serverAt(embedded.url, async () => {
    await embedded.stop();
    await rm(home, { recursive: true, force: true }); // the server's account may empty it, but not remove it from our folder
  });
};
