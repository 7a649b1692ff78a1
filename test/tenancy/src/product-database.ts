import { randomBytes } from 'node:crypto';
import { migrate } from '@vouchsafe/access';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { relayMigration } from '@vouchsafe/messaging';
import { beginRebuild, migrateLedger } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';
import pg from 'pg';

export interface ProductDatabase {
  /** Signs in as the superuser. */
  readonly url: string;
  /** A superuser's connection, for what nobody else may see or do. */
  readonly admin: pg.Client;
  drop(): Promise<void>;
}

/** A database with every table that the product ever makes: of all contexts, and of each read model twice, as while it is rebuilt. */
export const productDatabase = async ({ rebuilding = true } = {}): Promise<ProductDatabase> => {
  const fresh = await freshDatabase({ empty: true });
  await migrateLedger(fresh.url, contexts);
  await migrate(fresh.url, [relayMigration]);
  const admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  if (rebuilding) {
    // The second tables exist only beside a build that is live.
    await admin.query(`UPDATE read.build SET state = 'LIVE'`);
    for (const projection of contexts.flatMap(({ projections }) => projections)) await beginRebuild(fresh.url, projection);
  }
  return {
    url: fresh.url, admin,
    drop: async () => {
      await admin.end();
      await fresh.drop();
    },
  };
};

/** Copies of one migrated database: a few milliseconds each instead of a migration.
 * @returns `copy` makes one more, empty of every tenant; `drop` removes them all */
export const productTemplate = async (): Promise<{ copy(): Promise<string>; drop(): Promise<void> }> => {
  const template = await freshDatabase({ empty: true });
  await migrateLedger(template.url, contexts);
  const name = new URL(template.url).pathname.slice(1);
  const server = new URL(template.url);
  server.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: server.href });
  await admin.connect();
  const copies: string[] = [];
  return {
    copy: async () => {
      const copied = `${name}_${randomBytes(4).toString('hex')}`;
      await admin.query(`CREATE DATABASE ${copied} TEMPLATE ${name}`);
      // Rights on a database are not copied with it.
      await admin.query(`REVOKE ALL ON DATABASE ${copied} FROM PUBLIC; GRANT CONNECT ON DATABASE ${copied} TO vouchsafe_app, vouchsafe_scout, vouchsafe_reporter`);
      copies.push(copied);
      const url = new URL(template.url);
      url.pathname = `/${copied}`;
      return url.href;
    },
    drop: async () => {
      for (const copied of copies) await admin.query(`DROP DATABASE IF EXISTS ${copied} WITH (FORCE)`);
      await admin.end();
      await template.drop();
    },
  };
};
