import { readFileSync } from 'node:fs';
import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { rolePassword, type LoginRole } from './credentials.js';

/** One step of the schema: SQL that runs once per database, as the owner, in a transaction of its own. */
export interface Migration {
  /** PascalCase and unique; its order is given by `at`. */
  readonly name: string;
  /** Milliseconds since 1970 of its writing: TypeORM orders migrations by it. */
  readonly at: number;
  readonly sql: string;
}

/** A migration whose SQL lies in a file of its own. */
export const sqlMigration = (name: string, at: number, file: URL): Migration => ({ name, at, sql: readFileSync(file, 'utf8') });

const MIGRATING = 0x766f7563; // 'vouc': one process migrates a database at a time
const LOGINS: readonly LoginRole[] = ['vouchsafe_app', 'vouchsafe_scout', 'vouchsafe_relay', 'vouchsafe_reporter'];

const asTypeOrm = ({ name, at, sql }: Migration) => {
  const className = `${name}${at}`;
  return class implements MigrationInterface {
    readonly name = className;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('SET LOCAL ROLE vouchsafe_owner');
      await runner.query(sql);
      await runner.query('RESET ROLE');
    }
    async down(): Promise<void> {
      throw new Error('A migration is mended by the next one; read models are rebuilt.');
    }
  };
};

const prepareRoles = async (adminUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    await client.query(readFileSync(new URL('./roles.sql', import.meta.url), 'utf8'));
    for (const role of LOGINS) {
      // Roles belong to the cluster: another database being migrated may write the same password at the same moment.
      await retrying(() => client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(rolePassword(adminUrl, role))}`));
    }
    await retrying(() => client.query(readFileSync(new URL('./database.sql', import.meta.url), 'utf8')));
  } finally {
    await client.end();
  }
};

const retrying = async (work: () => Promise<unknown>, tries = 20): Promise<void> => {
  for (let left = tries; ; left -= 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (left === 0 || !/concurrently updated/.test((error as Error).message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
};

/** Brings the database to the newest schema. Safe to run from several processes at once, and again after it was interrupted.
 * @param adminUrl a login that may create roles; it acts as `vouchsafe_owner`
 * @returns the names of the migrations that ran */
export const migrate = async (adminUrl: string, migrations: readonly Migration[]): Promise<string[]> => {
  await prepareRoles(adminUrl);
  const gate = new pg.Client({ connectionString: adminUrl });
  await gate.connect();
  const dataSource = new DataSource({
    type: 'postgres', url: adminUrl, migrations: migrations.map(asTypeOrm), migrationsTableName: 'vouchsafe_migration', migrationsTransactionMode: 'each',
  });
  try {
    await gate.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    await dataSource.initialize();
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await gate.end();
  }
};
