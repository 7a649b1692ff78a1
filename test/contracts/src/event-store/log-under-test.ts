import { Database } from '@vouchsafe/access';
import { LocalWakeups, PostgresEventStore } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite, freshLog, type FreshLog } from '@vouchsafe/event-store/testing';
import pg from 'pg';

export const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];

/** A log in PostgreSQL for the suite that it is called in: both tenants have a stream `s` of two events. */
export interface LogUnderTest {
  readonly log: FreshLog;
  /** Connections as another process has them; closed after the test. */
  open(parameters?: string): { database: Database; store: PostgresEventStore };
  /** A superuser's connection that may break; closed after the test. */
  client(): Promise<pg.Client>;
  /** Closes it after the test, before what was opened earlier. */
  later(closes: { close(): Promise<void> }): void;
}

/** @param server as its superuser reaches it; undefined is that of the run */
export const logUnderTest = (server: () => string | undefined): LogUnderTest => {
  let log: FreshLog | undefined;
  let opened: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    log = await freshLog({ server: server() });
    for (const tenant of [ACME, GLOBEX]) {
      await log.store.openLog(tenant);
      await log.store.append(tenant, anAppend(aWrite('s', [anEvent(1), anEvent(2)])));
    }
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    opened = [];
  });
  afterAll(() => log?.close());
  return {
    get log() { return log!; },
    later: (closes) => void opened.unshift(closes),
    open: (parameters = '') => {
      const database = Database.open(log!.url + parameters);
      opened.push(database);
      return { database, store: new PostgresEventStore(database, new LocalWakeups()) };
    },
    client: async () => {
      const made = new pg.Client({ connectionString: log!.url });
      made.on('error', () => {});
      await made.connect();
      opened.push({ close: () => made.end().catch(() => {}) });
      return made;
    },
  };
};
