import { aTenant } from '@vouchsafe/event-store/testing';
import { PostgresEventStore } from '@vouchsafe/event-store';
import type { TenantId } from '@vouchsafe/event-schema';
import { caughtUp } from './caught-up.js';
import { anAppendOf, until } from './feeds/topic-feed.fixtures.js';
import { ProjectionRunner } from './runner/runner.js';
import { tally, tallyEvents } from './tally.fixtures.js';
import { freshReadModels, type FreshReadModels } from './testing.js';

jest.setTimeout(240_000);

const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
let models: FreshReadModels;
let runner: ProjectionRunner;
let around: (tenant: TenantId) => Promise<void> | void;
const projection = tally({ around: async (_events, { tenant }) => around(tenant) });

beforeEach(async () => {
  around = () => {};
  models = await freshReadModels([projection]);
  for (const tenant of [ACME, GLOBEX]) await models.store.openLog(tenant);
  runner = new ProjectionRunner(models.database, new PostgresEventStore(models.database, models.wakeups), models.wakeups, { projections: [projection], known: tallyEvents, poll: 20, retryParked: 30, batch: 10 });
});
afterEach(async () => {
  around = () => {};
  await runner.stop();
  await models?.close();
});

const count = (tenant: TenantId, ...by: number[]) => models.store.append(tenant, anAppendOf(...by));

it('is true once what queries read holds all that the logs held when it was asked', async () => {
  await count(ACME, 1, 2, 3);
  const progress: [number, number][] = [];
  const there = runner.caughtUp({ onProgress: (folded, events) => progress.push([folded, events]) });
  await until(() => progress.length > 1);
  expect(progress.at(-1)).toEqual([0, 3]);
  await count(GLOBEX, 1); // later: not waited for
  await runner.start();
  expect([await there, progress.at(-1)]).toEqual([true, [3, 3]]);
  const { rows } = await models.admin.query(`SELECT state FROM read.build`);
  expect(rows).toEqual([{ state: 'LIVE' }]); // a first build that nobody may read yet would not do
});

it('is true at once where there is nothing to wait for', async () => {
  await runner.start();
  expect(await runner.caughtUp()).toBe(true);
});

it('is false when its time is over, or when nobody waits any more', async () => {
  await count(ACME, 1);
  expect(await runner.caughtUp({ within: 100 })).toBe(false);
  expect(await caughtUp(models.database, [projection], [{ tenant: ACME, position: 1 }], { signal: AbortSignal.abort() })).toBe(false);
});

it('does not wait for who is parked', async () => {
  around = (tenant) => { if (tenant === ACME) throw new TypeError('poison'); };
  await count(ACME, 1, 2);
  await count(GLOBEX, 1, 2);
  await runner.start();
  expect(await runner.caughtUp({ within: 120_000 })).toBe(true);
});
