import { LocalWakeups, MemoryEventStore } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import { bucketOf } from './bucket.js';
import { MemoryRelayStore } from './memory-relay-store.fixtures.js';
import { relayStoreContract } from './relay-store-contract.fixtures.js';

relayStoreContract(async () => {
  const events = new MemoryEventStore(new LocalWakeups(), () => 0);
  const store = new MemoryRelayStore(events);
  return {
    store, events,
    append: async (tenant, count, data = {}) => void await events.append(tenant, anAppend(aWrite('s', Array.from({ length: count }, () => anEvent(data))))),
    markOf: (tenant) => store.marks.get(tenant)?.position ?? 0,
    lapse: () => { store.now += 3_600_001; },
  };
});

it('a tenant is in one bucket for ever', () => expect([1, 2, 3].map((number) => bucketOf(aTenant(number)))).toEqual([6, 34, 42]));
