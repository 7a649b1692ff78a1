import { PostgresEventStore } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import { readEvent, type AnyEvent, type Recorded, type TenantId } from '@vouchsafe/event-schema';
import type { Projection } from '../projection.js';
import { NotYetFolded, PositionBeyondTheLog, ReadModels } from '../read-models.js';
import { beginRebuild, prepareReadModels } from '../schema/prepare-read-models.js';
import { tally, tallyEvents } from '../tally.fixtures.js';
import { freshReadModels, rowTexts, type FreshReadModels } from '../testing.js';
import { apply, readMark } from './apply.js';
import { currentBuilds } from './builds.js';
import { ProjectionRunner, type RunnerOptions } from './runner.js';

jest.setTimeout(240_000); // a busy machine is slow, and not wrong
const TENANTS = [aTenant(1), aTenant(2), aTenant(3), aTenant(4)] as const;
const [ACME, GLOBEX] = TENANTS;
let models: FreshReadModels;
let runners: ProjectionRunner[];
let appends: { stop: boolean; done: Promise<unknown> };
let slowly: (tenant: TenantId, position: number) => Promise<void> | void = () => {};
const projection = tally({ around: async (events, { tenant }) => { for (const { position } of events) await slowly(tenant, position); } });

beforeEach(async () => {
  slowly = () => {};
  runners = [];
  appends = { stop: true, done: Promise.resolve() };
  models = await freshReadModels([projection]);
  for (const tenant of TENANTS) await models.store.openLog(tenant);
});
afterEach(async () => {
  appends.stop = true;
  await appends.done;
  for (const runner of runners) await runner.stop();
  await models?.close();
});

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const until = async (holds: () => Promise<boolean>, seconds = 90) => {
  for (const end = Date.now() + seconds * 1_000; !(await holds()); await wait(10)) if (Date.now() > end) throw new Error('It never came about.');
};
const running = async (options: Partial<RunnerOptions> = {}) => {
  const runner = new ProjectionRunner(models.database, new PostgresEventStore(models.database, models.wakeups), models.wakeups, { projections: [projection], known: tallyEvents, poll: 20, retryParked: 30, ...options });
  runners.push(runner);
  await runner.start();
  return runner;
};
const count = (tenant: TenantId, ...by: number[]) => models.store.append(tenant, anAppend(aWrite('s', by.map((one) => anEvent({ key: `k${one % 7}`, by: one }, { type: 'Counted' })))));
const appending = () => {
  const mine = { stop: false, done: Promise.resolve() as Promise<unknown> };
  mine.done = Promise.all(TENANTS.map(async (tenant) => { for (let n = 0; !mine.stop; n += 1) await count(tenant, n).then(() => wait(4)); }));
  appends = mine;
};
const builds = async (of: readonly Projection[] = [projection]) => (await currentBuilds(models.database, of)).map(({ projection: { version }, build, state, suffix }) => `${version}.${build} ${state}${suffix}`);
const isLive = (of: Projection, build: number) => async () => (await builds([of])).join() === `${of.version}.${build} LIVE`;
const folded = (of: Projection = projection) => async () => {
  for (const { tenant, position } of await models.store.heads()) {
    const { rows } = await models.admin.query('SELECT min(position)::int AS position FROM read.position WHERE tenant_id = $1 AND version = $2', [tenant, of.version]);
    if (rows[0]?.position !== position) return false;
  }
  return true;
};
const tablesIn = async () => (await models.admin.query(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'read' AND table_name NOT IN ('build', 'position') ORDER BY 1`)).rows.map(({ name }) => name as string);
const allRows = async (version = 1) => Promise.all(TENANTS.flatMap((tenant) => ['tally', 'place'].map((table) => rowTexts(models.admin, tenant, `read.${table}_v${version}`))));

describe('a rebuild', () => {
  it('beside the live tables, while events come, takes their place at once, and is what they were', async () => {
    await running({ batch: 100 });
    for (const tenant of TENANTS) await count(tenant, ...Array.from({ length: 300 }, (_, n) => n));
    await until(isLive(projection, 1));
    appending();
    for (const build of [2, 3]) {
      expect(await beginRebuild(models.url, projection)).toBe(true);
      expect(await beginRebuild(models.url, projection)).toBe(false); // one at a time
      await until(isLive(projection, build));
      expect(await tablesIn()).toEqual(['place_v1', 'tally_v1']);
    }
    appends.stop = true;
    await appends.done;
    await until(folded());
    const rebuilt = await allRows();
    await prepareReadModels(models.url, [tally({ version: 2 })]);
    await running({ projections: [tally({ version: 2 })] });
    await until(folded(tally({ version: 2 })));
    expect(rebuilt.flat().length).toBeGreaterThan(20);
    expect(rebuilt).toEqual(await allRows(2));
  });

  it('goes on where it was when its runner was stopped in between, and queries read whole tables all the while', async () => {
    const readModels = new ReadModels(models.database, models.store);
    await running();
    for (const tenant of TENANTS) await count(tenant, ...Array.from({ length: 200 }, () => 7));
    await until(folded());
    await until(isLive(projection, 1));
    await runners.pop()!.stop();
    slowly = () => wait(1);
    await beginRebuild(models.url, projection);
    const sums = new Set<unknown>();
    let asking = true;
    const asked = (async () => { while (asking) sums.add((await readModels.one<{ total: number }>(ACME, projection, 200, 'SELECT total FROM read.tally_v1 WHERE tenant_id = $1', [ACME]))?.total); })();
    for (let restart = 0; restart < 3; restart += 1) {
      await running({ batch: 10 });
      await wait(60);
      await runners.pop()!.stop();
    }
    expect((await builds())[1]).toMatch(/1\.2 BUILDING/);
    const { rows } = await models.admin.query('SELECT max(position)::int AS position FROM read.position WHERE build = 2');
    expect(rows[0]!.position).toBeGreaterThan(0);
    await running();
    await until(isLive(projection, 2));
    asking = false;
    await asked;
    expect([...sums]).toEqual([1_400]);
  });

  it('is not held up by a tenant whose projection is parked in both', async () => {
    slowly = (tenant, position) => { if (tenant === ACME && position === 2) throw new TypeError('poison'); };
    for (const tenant of TENANTS) await count(tenant, 1, 2, 3);
    await running();
    await until(isLive(projection, 1)); // nor the first build: the others need not wait for one
    await beginRebuild(models.url, projection);
    await until(isLive(projection, 2));
    slowly = () => {};
    await until(folded());
    expect((await allRows())[0]).toHaveLength(3);
  });

  it('does not take over while it is parked where the live one is not', async () => {
    for (const tenant of TENANTS) await count(tenant, 1, 2, 3);
    await running();
    await until(isLive(projection, 1));
    await until(folded());
    slowly = (tenant, position) => { if (tenant === ACME && position === 2) throw new TypeError('poison'); };
    await beginRebuild(models.url, projection);
    await wait(300);
    expect(await isLive(projection, 2)()).toBe(false);
    slowly = () => {};
    await until(isLive(projection, 2));
  });

  it('cannot be written into by a runner that slept since the one before it', async () => {
    for (const tenant of TENANTS) await count(tenant, 1);
    const runner = await running();
    await until(isLive(projection, 1));
    await beginRebuild(models.url, projection);
    const [, sleeper] = await currentBuilds(models.database, [projection]); // what the sleeper remembers: build 2, in tables beside the live ones
    await until(isLive(projection, 2));
    await runner.stop();
    await beginRebuild(models.url, projection);
    await count(ACME, 2);
    const { position } = (await readMark(models.database, ACME, sleeper!))!;
    const events = (await models.store.read(ACME, { after: position, max: 1 })).map((stored) => readEvent(tallyEvents, stored) as unknown as Recorded<AnyEvent>);
    await expect(apply(models.database, ACME, sleeper!, { from: position, to: position + 1 }, events)).rejects.toMatchObject({ code: '42P01' }); // its tables are no more
    await running();
    await until(isLive(projection, 3));
    await until(folded());
    expect((await allRows())[0]).toEqual(['{"key": "k1", "seen": [1], "total": 1}', '{"key": "k2", "seen": [2], "total": 2}']);
  });
});

it('builds a new version beside the old one, which stays for the way back', async () => {
  for (const tenant of TENANTS) await count(tenant, 1, 2, 3);
  await running();
  await until(isLive(projection, 1));
  await runners.pop()!.stop();
  const next = tally({ version: 2 });
  await prepareReadModels(models.url, [next]);
  await prepareReadModels(models.url, [next]); // every process does so when it starts
  await running({ projections: [next] });
  await until(isLive(next, 1));
  expect([await isLive(projection, 1)(), await tablesIn()]).toEqual([true, ['place_v1', 'place_v2', 'tally_v1', 'tally_v2']]);
  await until(folded(next));
  expect(await allRows(2)).toEqual(await allRows(1));
});

describe('reading one’s own writes', () => {
  const total = (after: number | null, tenant: TenantId = ACME) => new ReadModels(models.database, models.store).one<{ total: number }>(tenant, projection, after, 'SELECT sum(total)::int AS total FROM read.tally_v1 WHERE tenant_id = $1', [tenant]);

  it('waits until the position is folded', async () => {
    await running();
    await until(isLive(projection, 1));
    for (let n = 1; n <= 30; n += 1) {
      const result = await count(ACME, 1);
      expect(await total(result.outcome === 'appended' ? result.position : null)).toEqual({ total: n });
    }
  });

  it('gives up after a while, and refuses at once a position that the tenant’s log does not have', async () => {
    await running();
    await until(isLive(projection, 1));
    slowly = (tenant) => (tenant === ACME ? wait(10_000) : undefined);
    await count(ACME, 1);
    const began = performance.now();
    await expect(total(2)).rejects.toThrow(PositionBeyondTheLog);
    await expect(total(1, GLOBEX)).rejects.toThrow(PositionBeyondTheLog); // a position is one tenant's
    const refused = performance.now() - began;
    await expect(total(1)).rejects.toThrow(NotYetFolded);
    expect(refused).toBeLessThan(performance.now() - began - refused);
  });
});
