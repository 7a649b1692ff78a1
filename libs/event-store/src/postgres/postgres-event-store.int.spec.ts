import { anAppend, anEvent, aTenant, aWrite, freshLog, type FreshLog } from '../testing.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { LocalWakeups } from '../wakeups.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { Database } from '@vouchsafe/access';

const ACME = aTenant(1);
let log: FreshLog;
beforeEach(async () => { log = await freshLog(); });
afterEach(() => log?.close());

it('hashes days in one form, however the database likes to write them', async () => {
  const append = anAppend(aWrite('s', [anEvent({}, { occurredOn: '2026-02-03' })]), { recordedAt: '2026-02-04T05:06:07.008Z' });
  await log.admin.query(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET datestyle = ''German, DMY''', current_database()); END $$`);
  await log.admin.query(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = ''Asia/Kolkata''', current_database()); END $$`);
  const database = Database.open(log.url);
  const store = new PostgresEventStore(database, new LocalWakeups());
  const twin = new MemoryEventStore(new LocalWakeups());
  for (const each of [store, twin]) {
    await each.openLog(ACME, { sample: true });
    await each.append(ACME, append);
  }
  expect(await store.head(ACME)).toEqual(await twin.head(ACME));
  expect(await store.read(ACME, { after: 0, max: 1 })).toEqual(await twin.read(ACME, { after: 0, max: 1 }));
  await database.close();
});
