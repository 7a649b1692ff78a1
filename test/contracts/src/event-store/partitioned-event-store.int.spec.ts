import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '@vouchsafe/access';
import { LocalWakeups, PostgresEventStore } from '@vouchsafe/event-store';
import { freshLog } from '@vouchsafe/event-store/testing';
import { eventStoreContract } from './event-store.contract.js';

// The same log spread over partitions by tenant: nobody who writes or reads may notice.

eventStoreContract('PostgreSQL with a partitioned log', async () => {
  const { store, url, admin, close } = await freshLog();
  await admin.query('SET partition_log.count = 4');
  await admin.query(await readFile(join('infra', 'postgres', 'partition-log.sql'), 'utf8'));
  const database = Database.open(url);
  return {
    store, another: new PostgresEventStore(database, new LocalWakeups()),
    async close() {
      await database.close();
      await close();
    },
  };
});
