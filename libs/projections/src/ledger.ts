import { Database, frontMigration, migrate, ReleaseDatabase } from '@vouchsafe/access';
import { eventStoreMigrations, PostgresEventStore, PostgresWakeups, requireDurability, type EventStore, type Wakeups } from '@vouchsafe/event-store';
import type { Context } from './context.js';
import { ReadModels } from './read-models.js';
import { prepareReadModels, projectionsMigrations } from './schema/prepare-read-models.js';

/** The parts that every process works with, connected. */
export interface Ledger {
  readonly database: Database;
  readonly store: EventStore;
  readonly wakeups: Wakeups;
  readonly readModels: ReadModels;
  /** The figures that were made public: all that leadership's queries reach. */
  readonly releases: ReleaseDatabase;
  close(): Promise<void>;
}

/** Brings a database to what these contexts need: schema, roles, and a table for every version of every read model.
 * @param adminUrl as for `migrate`
 * @returns the names of the migrations that ran */
export const migrateLedger = async (adminUrl: string, contexts: readonly Context[]): Promise<string[]> => {
  const ran = await migrate(adminUrl, [frontMigration, ...eventStoreMigrations, ...projectionsMigrations, ...contexts.flatMap(({ migrations }) => migrations)]);
  await prepareReadModels(adminUrl, contexts.flatMap(({ projections }) => projections));
  return ran;
};

/** @param adminUrl the restricted logins are derived from it
 * @throws WrongEnvironment for a server that would lose at a power failure what it had acknowledged */
export const openLedger = async (adminUrl: string, options: { poolSize?: number; application?: string } = {}): Promise<Ledger> => {
  const database = Database.open(adminUrl, options);
  await requireDurability(database).catch((error: unknown) => database.close().then(() => { throw error; }));
  const wakeups = await PostgresWakeups.open(database);
  const store = new PostgresEventStore(database, wakeups);
  const releases = ReleaseDatabase.open(adminUrl);
  return {
    database, store, wakeups, readModels: new ReadModels(database, store), releases,
    close: async () => {
      await wakeups.close();
      await releases.close();
      await database.close();
    },
  };
};
