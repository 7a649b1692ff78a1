import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import { followTenant } from './follow-tenant.js';

const ACME = tenantId('00000000-0000-4000-8000-00000000000a');
const GLOBEX = tenantId('00000000-0000-4000-8000-00000000000b');

/** A log in memory that wakes its listeners, and counts how often it was read. */
const aLog = () => {
  const listeners = new Set<(tenant: TenantId) => void>();
  const entries: string[] = [];
  let reads = 0;
  return {
    listeners,
    reads: () => reads,
    write: (entry: string, announce = true) => { entries.push(entry); if (announce) for (const listener of listeners) listener(ACME); },
    wake: (tenant: TenantId) => { for (const listener of listeners) listener(tenant); },
    wakeups: { subscribe: (listener: (tenant: TenantId) => void) => { listeners.add(listener); return () => void listeners.delete(listener); } },
    read: async (after: number) => { reads += 1; return { items: entries.slice(after, after + 2), position: Math.min(entries.length, after + 2) }; },
  };
};

it('delivers what was there and what comes, in order and once', async () => {
  const log = aLog();
  for (const entry of ['a', 'b', 'c', 'd']) log.write(entry);
  const items = followTenant({ tenant: ACME, from: 1, wakeups: log.wakeups, read: log.read });
  expect([(await items.next()).value, (await items.next()).value, (await items.next()).value]).toEqual(['b', 'c', 'd']);
  const later = items.next();
  log.write('e');
  expect(await later).toEqual({ done: false, value: 'e' });
  await items.return?.();
});

it('misses no wake-up that comes while it reads', async () => {
  const log = aLog();
  const items = followTenant({
    tenant: ACME, from: 0, wakeups: log.wakeups, lookEveryMilliseconds: 60_000,
    read: async (after) => {
      const news = await log.read(after);
      if (log.reads() === 1) log.write('written after the look, before the wait');
      return news;
    },
  });
  expect((await items.next()).value).toBe('written after the look, before the wait');
  await items.return?.();
});

it('looks again by itself when a wake-up got lost', async () => {
  const log = aLog();
  const items = followTenant({ tenant: ACME, from: 0, wakeups: log.wakeups, read: log.read, lookEveryMilliseconds: 20 });
  const next = items.next();
  await new Promise((resolve) => setTimeout(resolve, 5));
  log.write('quiet', false);
  expect((await next).value).toBe('quiet');
  await items.return?.();
});

it('sleeps through the news of another tenant, and reads nothing ahead of its listener', async () => {
  const log = aLog();
  const items = followTenant({ tenant: ACME, from: 0, wakeups: log.wakeups, read: log.read, lookEveryMilliseconds: 60_000 });
  const next = items.next();
  await new Promise((resolve) => setImmediate(resolve));
  log.wake(GLOBEX);
  await new Promise((resolve) => setImmediate(resolve));
  expect(log.reads()).toBe(1);
  for (const entry of ['a', 'b', 'c', 'd']) log.write(entry);
  expect((await next).value).toBe('a');
  await new Promise((resolve) => setImmediate(resolve));
  expect(log.reads()).toBe(2);
  await items.return?.();
});

it('ends at once in the middle of a wait, and lets go of the wake-ups', async () => {
  const log = aLog();
  const items = followTenant({ tenant: ACME, from: 0, wakeups: log.wakeups, read: log.read, lookEveryMilliseconds: 60_000 });
  const next = items.next();
  await new Promise((resolve) => setImmediate(resolve));
  await items.return?.();
  expect(await next).toEqual({ done: true, value: undefined });
  expect(log.listeners.size).toBe(0);
});

it('hands a fault of the reader on, and lets go of the wake-ups', async () => {
  const log = aLog();
  const items = followTenant({ tenant: ACME, from: 0, wakeups: log.wakeups, read: () => Promise.reject(new Error('the disk said no')) });
  await expect(items.next()).rejects.toThrow('the disk said no');
  expect(log.listeners.size).toBe(0);
});
