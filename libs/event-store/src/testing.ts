import { Database, frontMigration, migrate } from '@vouchsafe/access';
import { freshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import pg from 'pg';
import { eventStoreMigrations, LocalWakeups, PostgresEventStore, type Append, type NewEvent, type StreamWrite } from './index.js';

/** A tenant of a spec: the same number names the same tenant. */
export const aTenant = (number: number): TenantId => tenantId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

export const anEvent = (data: unknown = {}, event: Partial<NewEvent> = {}): NewEvent =>
  ({ type: 'SomethingHappened', schemaVersion: 1, occurredOn: '2026-03-01', data, ...event });

export const aWrite = (stream: string, events: readonly NewEvent[] = [anEvent()], write: Partial<StreamWrite> = {}): StreamWrite =>
  ({ stream, expected: 'any', events, ...write });

let keys = 0;

/** An append under a key of its own. */
export const anAppend = (writes: StreamWrite | readonly StreamWrite[], append: Partial<Append> = {}): Append =>
  ({ requestKey: `key-${(keys += 1)}`, actor: 'system:spec', correlation: 'spec', writes: [writes].flat() as StreamWrite[], ...append });

/** A log in a PostgreSQL database of its own.
 * @param open what `Database.open` is given, and the server, if it is another than that of the run
 * @returns `admin`, a superuser's connection, for what a spec does behind our back */
export const freshLog = async ({ server, ...open }: { poolSize?: number; server?: string | undefined } = {}) => {
  const fresh = await freshDatabase({ empty: true, ...(server === undefined ? {} : { server }) });
  await migrate(fresh.url, [frontMigration, ...eventStoreMigrations]);
  const admin = new pg.Client({ connectionString: fresh.url });
  await admin.connect();
  const database = Database.open(fresh.url, open);
  const wakeups = new LocalWakeups();
  const close = async () => {
    await database.close();
    await admin.end();
    await fresh.drop();
  };
  return { url: fresh.url, admin, database, wakeups, store: new PostgresEventStore(database, wakeups), close };
};

export type FreshLog = Awaited<ReturnType<typeof freshLog>>;
