import { freshLog, type FreshLog } from '@vouchsafe/event-store/testing';
import { LocalWakeups, MemoryEventStore, type EventStore } from '@vouchsafe/event-store';
import { generateSampleData } from './index.js';

let log: FreshLog;
beforeAll(async () => { log = await freshLog(); }, 60_000);
afterAll(() => log.close());

const made = (store: EventStore, seed: string) => generateSampleData({ store, seed, organizations: 3, events: 4_000, until: '2025-11-20', onCards: () => {} });

it('makes the same logs in PostgreSQL as in memory, and the same again when it is interrupted and made anew', async () => {
  const { digest, events } = await made(new MemoryEventStore(new LocalWakeups()), 'one');
  let left = 1_000;
  const dying = new Proxy(log.store, {
    get: (store, name) => (name === 'append' && (left -= 1) < 0 ? () => Promise.reject(new Error('killed')) : Reflect.get(store, name).bind(store)),
  });
  await expect(made(dying, 'one')).rejects.toThrow('killed');
  const written = (await log.store.heads()).reduce((sum, { position }) => sum + position, 0);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(events);
  expect(await made(log.store, 'one')).toMatchObject({ digest, events });
  expect(await made(log.store, 'one')).toMatchObject({ digest, events }); // once more, over logs that hold everything
}, 120_000);
