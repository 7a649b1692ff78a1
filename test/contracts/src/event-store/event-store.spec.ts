import { LocalWakeups, MemoryEventStore } from '@vouchsafe/event-store';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('the twin in memory', async () => {
  const store = new MemoryEventStore(new LocalWakeups());
  return { store, another: store, close: async () => {} };
});
