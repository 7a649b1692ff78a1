import { Database } from '@vouchsafe/access';
import { LocalWakeups, PostgresEventStore } from '@vouchsafe/event-store';
import { freshLog } from '@vouchsafe/event-store/testing';
import { PATIENCE_MS } from '@vouchsafe/test-support';
import { eventStoreContract } from './event-store.contract.js';
import { onEachServer } from './servers.js';

jest.setTimeout(PATIENCE_MS);

onEachServer((name, server) => eventStoreContract(name, async () => {
  const { store, url, close } = await freshLog({ server: server() });
  const database = Database.open(url); // with pools and a coalescer of its own, as another process has
  return {
    store, another: new PostgresEventStore(database, new LocalWakeups()),
    async close() {
      await database.close();
      await close();
    },
  };
}));
