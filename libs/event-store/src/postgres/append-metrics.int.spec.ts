import { metricsText } from '@vouchsafe/telemetry';
import { collectSpans } from '@vouchsafe/telemetry/testing';
import { anAppend, anEvent, aTenant, aWrite, freshLog, type FreshLog } from '../testing.js';

const ACME = aTenant(1);
let log: FreshLog;
beforeAll(async () => {
  log = await freshLog({ poolSize: 3 });
  await log.store.openLog(ACME);
});
afterAll(() => log?.close());

/** What a metric says, by its labels; undefined where it says nothing yet. */
const value = async (series: string): Promise<number | undefined> => {
  const line = (await metricsText()).split('\n').find((text) => text.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

it('counts appends by how they ended, their events, and how many travelled together', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, index) => log.store.append(ACME, anAppend(aWrite(`s-${index}`, [anEvent(), anEvent()])))));
  const again = anAppend(aWrite('repeated'), { content: 'the request' });
  await log.store.append(ACME, again);
  await log.store.append(ACME, again);
  await log.store.recorded(ACME, again.requestKey, 'the request');
  await log.store.recorded(ACME, again.requestKey, 'another request');
  await log.store.recorded(ACME, 'a key that nobody used', 'x');
  await log.store.append(ACME, anAppend(aWrite('s-0', [anEvent()], { expected: 'none' })));
  await expect(log.store.append(aTenant(2), anAppend(aWrite('s')))).rejects.toThrow();

  const count = (outcome: string) => value(`vouchsafe_append_seconds_count{outcome="${outcome}"}`);
  expect({ appended: await count('appended'), replayed: await count('replayed'), conflict: await count('conflict'), failed: await count('failed') })
    .toEqual({ appended: 11, replayed: 1, conflict: 1, failed: 1 });
  expect(await value('vouchsafe_append_events_total')).toBe(21);
  expect(await value('vouchsafe_requests_replayed_total')).toBe(2);
  // The first of ten goes alone, the other nine together; the other four one by one.
  expect([await value('vouchsafe_append_call_appends_count'), await value('vouchsafe_append_call_appends_sum')]).toEqual([6, 14]);
  expect(await value('vouchsafe_append_call_seconds_count')).toBe(6);
});

it('shows how the pools are used', async () => {
  let seen: (number | undefined)[] = [];
  await log.database.withTenant(ACME, async () => {
    seen = [await value('vouchsafe_pool_connections{role="vouchsafe_app",state="busy"}'), await value('vouchsafe_pool_waiting_requests{role="vouchsafe_app"}')];
  });
  expect(seen).toEqual([1, 0]);
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => { letGo = resolve; });
  const held = Array.from({ length: 5 }, () => log.database.withTenant(ACME, () => gate));
  while ((await value('vouchsafe_pool_connections{role="vouchsafe_app",state="busy"}')) !== 3 || (await value('vouchsafe_pool_waiting_requests{role="vouchsafe_app"}')) !== 2) await new Promise(setImmediate);
  letGo();
  await Promise.all(held);
  expect(await value('vouchsafe_pool_connections{role="vouchsafe_app",state="busy"}')).toBe(0);
});

it('says nothing of whose they are', async () => expect(await metricsText()).not.toContain(ACME));

it('puts an append into the trace of its correlation', async () => {
  const collected = await collectSpans();
  await log.store.append(ACME, anAppend(aWrite('traced'), { correlation: '4bf92f35-77b3-4da6-a3ce-929d0e0e4736' }));
  expect(collected.spans()).toMatchObject([{ name: 'append', traceId: '4bf92f3577b34da6a3ce929d0e0e4736', attributes: { 'vouchsafe.events': 1 } }]);
  await collected.stop();
});
