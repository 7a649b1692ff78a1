import { Database } from '@vouchsafe/access';
import { LocalWakeups, PostgresEventStore } from '@vouchsafe/event-store';
import { freshLog } from '@vouchsafe/event-store/testing';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('PostgreSQL', async () => {
  const { store, url, close } = await freshLog();
  const database = Database.open(url); // with pools and a coalescer of its own, as another process has
  return {
    store, another: new PostgresEventStore(database, new LocalWakeups()),
    async close() {
      await database.close();
      await close();
    },
  };
});
