import { Database } from '@vouchsafe/access';
import { PostgresEventStore } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import { readEvent, type AnyEvent, type Recorded, type TenantId } from '@vouchsafe/event-schema';
import { projectionStatus } from '../status.js';
import type { Fold } from '../projection.js';
import { Counted, tally, tallyEvents, type TallyEvent } from '../tally.fixtures.js';
import { freshReadModels, rowTexts, type FreshReadModels } from '../testing.js';
import { apply, park, readMark } from './apply.js';
import { currentBuilds, type Build } from './builds.js';
import { ProjectionRunner, type RunnerOptions } from './runner.js';

jest.setTimeout(240_000); // a busy machine is slow, and not wrong
const [ACME, GLOBEX, INITECH] = [aTenant(1), aTenant(2), aTenant(3)];
const QUICK = { known: tallyEvents, poll: 20, retryParked: 30 };
let models: FreshReadModels;
let opened: { close(): Promise<void> }[];
let runners: ProjectionRunner[];
/** What the fold of each batch meets first; a spec puts trouble here. */
let around: Fold<TallyEvent>;
const projection = tally({ around: (events, tables) => around(events, tables) });

beforeEach(async () => {
  around = async () => {};
  models = await freshReadModels([projection]);
  opened = [];
  runners = [];
  for (const tenant of [ACME, GLOBEX]) await models.store.openLog(tenant);
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  for (const each of opened) await each.close();
  await models?.close();
});

const running = async (options: Partial<RunnerOptions> = {}, database = models.database) => {
  const runner = new ProjectionRunner(database, new PostgresEventStore(database, models.wakeups), models.wakeups, { projections: [projection], ...QUICK, ...options });
  runners.push(runner);
  await runner.start();
  return runner;
};
/** As another process: connections of its own. */
const elsewhere = () => {
  const database = Database.open(models.url, { poolSize: 5 });
  opened.push(database);
  return database;
};
const count = (tenant: TenantId, ...by: number[]) => models.store.append(tenant, anAppend(aWrite('s', by.map((one) => anEvent({ key: 'a', by: one }, { type: 'Counted' })))));
const total = async (tenant: TenantId) => (await models.admin.query('SELECT total::int FROM read.tally_v1 WHERE tenant_id = $1', [tenant])).rows[0]?.total as number | undefined;
const statusOf = async (tenant: TenantId) => (await projectionStatus(models.database, models.store)).find(({ organization }) => organization === tenant)!;
const until = async (holds: () => Promise<boolean> | boolean, seconds = 60) => {
  for (const end = Date.now() + seconds * 1_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error('It never came about.');
};
const folded = async (tenant: TenantId) => { const { position, head } = await statusOf(tenant); return position === head; };
const theBuild = async (): Promise<Build> => (await currentBuilds(models.database, [projection]))[0]!;
const recorded = async (tenant: TenantId, after: number, max: number) =>
  (await models.store.read(tenant, { after, max })).map((stored) => readEvent(tallyEvents, stored) as unknown as Recorded<AnyEvent>);

describe('the position', () => {
  it('moves once, from where it is believed to stand, and with it the rows', async () => {
    await count(ACME, 1, 2, 3, 4);
    const build = await theBuild();
    await readMark(models.database, ACME, build);
    const fold = async (from: number, to: number) => [await apply(models.database, ACME, build, { from, to }, await recorded(ACME, from, to - from)) !== undefined, (await readMark(models.database, ACME, build))!.position, await total(ACME)];
    expect(await fold(1, 2)).toEqual([false, 0, undefined]); // a gap
    expect(await fold(0, 2)).toEqual([true, 2, 3]);
    expect(await fold(0, 2)).toEqual([false, 2, 3]); // a duplicate
    expect(await fold(1, 4)).toEqual([false, 2, 3]); // it overlaps
    expect(await fold(3, 4)).toEqual([false, 2, 3]); // ahead
    expect(await fold(2, 4)).toEqual([true, 4, 10]);
  });

  it('stays where it is when the fold fails, and so do the rows', async () => {
    await count(ACME, 1, 2);
    const build = await theBuild();
    await readMark(models.database, ACME, build);
    const failing: Build = { ...build, projection: { ...projection, fold: async (events: never, tables: never) => { await projection.fold(events, tables); throw new Error('after the rows were written'); } } as never };
    await expect(apply(models.database, ACME, failing, { from: 0, to: 2 }, await recorded(ACME, 0, 2))).rejects.toThrow('after the rows');
    expect([(await readMark(models.database, ACME, build))!.position, await total(ACME)]).toEqual([0, undefined]);
  });

  it('is not called parked by a runner that stands behind it', async () => {
    await count(ACME, 1, 2);
    const build = await theBuild();
    await readMark(models.database, ACME, build);
    await apply(models.database, ACME, build, { from: 0, to: 2 }, await recorded(ACME, 0, 2));
    await park(models.database, ACME, build, 0, 1, 'an older program could not read it');
    expect(await statusOf(ACME)).toMatchObject({ position: 2, state: 'BUILDING', reason: null });
  });
});

describe('two runners on one database', () => {
  it('never apply an event twice', async () => {
    await running({ batch: 7 });
    await running({ batch: 3 }, elsewhere());
    const sum = Array.from({ length: 150 }, (_, n) => n + 1);
    await Promise.all([ACME, GLOBEX].flatMap((tenant) => sum.map((by) => count(tenant, by))));
    await until(async () => (await folded(ACME)) && (await folded(GLOBEX)));
    expect([await total(ACME), await total(GLOBEX)]).toEqual([11_325, 11_325]);
  });

  it('fence one of them that froze in the middle of a batch, was given up, and revives', async () => {
    const frozen = elsewhere();
    let thaw = () => {};
    const ice = new Promise<void>((resolve) => { thaw = resolve; });
    let reached: (backend: number) => void;
    const backend = new Promise<number>((resolve) => { reached = resolve; });
    const build = await theBuild();
    await readMark(models.database, ACME, build);
    await count(ACME, 1, 2);
    const events = await recorded(ACME, 0, 2);
    const freezing: Build = { ...build, projection: { ...projection, fold: (async (batch: never, tables: { tx: { query(text: string): Promise<{ rows: { pid: number }[] }> } }) => {
      reached((await tables.tx.query('SELECT pg_backend_pid() AS pid')).rows[0]!.pid);
      await ice;
      await projection.fold(batch, tables as never);
    }) as never } };
    const zombie = apply(frozen, ACME, freezing, { from: 0, to: 2 }, events).then(() => 'wrote', () => 'refused');
    await models.admin.query('SELECT pg_terminate_backend($1, 1000)', [await backend]); // as the bound of idle transactions does
    await running();
    await until(() => folded(ACME));
    thaw();
    expect(await zombie).toBe('refused');
    expect(await apply(frozen, ACME, build, { from: 0, to: 2 }, events)).toBeUndefined();
    expect(await total(ACME)).toBe(3);
  });
});

describe('trouble', () => {
  it('that passes is tried again, and parks nobody', async () => {
    let left = 4;
    const seen: boolean[] = [];
    around = async () => { if ((left -= 1) >= 0) throw Object.assign(new Error('a victim'), { code: left % 2 ? '40001' : '57P01' }); };
    await running({ onTrouble: ({ parked }) => seen.push(parked) });
    await count(ACME, 1, 2);
    await until(() => folded(ACME));
    expect([await total(ACME), seen]).toEqual([3, [false, false, false, false]]);
  });

  it('with one event parks that tenant there, says why, and goes on by itself once it is mended', async () => {
    let isBroken = true;
    around = async (events, { tenant }) => { if (isBroken && tenant === ACME && events.some(({ position }) => position === 5)) throw new TypeError('no such thing'); };
    const seen: unknown[] = [];
    await running({ onTrouble: (trouble) => seen.push(trouble) });
    await count(ACME, 1, 2, 3);
    await count(ACME, 4, 5, 6);
    await count(GLOBEX, 1, 2, 3, 4, 5, 6);
    await until(async () => (await statusOf(ACME)).state === 'PARKED' && (await folded(GLOBEX)));
    expect(await statusOf(ACME)).toMatchObject({ position: 4, head: 6, lagEvents: 2, state: 'PARKED', reason: 'TypeError: no such thing' });
    expect(await total(ACME)).toBe(10); // all before it is done
    await count(ACME, 7);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([await total(ACME), await total(GLOBEX)]).toEqual([10, 21]);
    expect(seen).toEqual([{ projection: 'tally', tenant: ACME, position: 5, reason: 'TypeError: no such thing', parked: true }]); // once, though it was tried again
    isBroken = false;
    await until(() => folded(ACME));
    expect([await total(ACME), (await statusOf(ACME)).reason]).toEqual([28, null]);
  });

  it('with a type that nobody knows stops before it', async () => {
    await models.store.append(ACME, anAppend(aWrite('s', [anEvent({ key: 'a', by: 1 }, { type: 'Counted' }), anEvent({}, { type: 'FromTheFuture' })])));
    await models.store.append(GLOBEX, anAppend(aWrite('s', [anEvent({ key: 'a', by: 1 }, { type: 'Counted', schemaVersion: 9 })])));
    await running();
    await until(async () => (await statusOf(ACME)).state === 'PARKED' && (await statusOf(GLOBEX)).state === 'PARKED');
    expect((await statusOf(ACME)).reason).toMatch(/UnreadableEvent: .*position 2: cannot read FromTheFuture version 1/);
    expect((await statusOf(GLOBEX)).reason).toMatch(/position 1: cannot read Counted version 9/);
  });

  it('with the log itself stops at the hole and jumps over nothing', async () => {
    await count(ACME, 1, 2, 3);
    await models.admin.query('BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM log.event WHERE position = 2; COMMIT');
    await running();
    await until(async () => (await statusOf(ACME)).state === 'PARKED');
    expect((await statusOf(ACME)).reason).toMatch(/GapInLog: Position 2/);
    expect((await statusOf(ACME)).position).toBeLessThan(2);
  });
});

describe('a runner', () => {
  it('finds a tenant that comes while it runs, and what was written before it ran', async () => {
    await count(ACME, 1, 2);
    await running();
    await models.store.openLog(INITECH);
    await count(INITECH, 5);
    await until(async () => (await total(INITECH)) === 5 && (await total(ACME)) === 3);
  });

  it('finds by polling what no wake-up told it of', async () => {
    await running();
    await until(async () => (await statusOf(ACME)).state === 'LIVE');
    const silent = elsewhere();
    await new PostgresEventStore(silent, { announce: () => {}, subscribe: () => () => {} }).append(ACME, anAppend(aWrite('s', [anEvent({ key: 'a', by: 3 }, { type: 'Counted' })])));
    await until(async () => (await total(ACME)) === 3);
  });

  it('goes on after its connections were cut', async () => {
    await running();
    const request = (round: number) => anAppend(aWrite('s', [anEvent({ key: 'a', by: 1 }, { type: 'Counted' })]), { requestKey: `round ${round}` });
    for (let round = 1; round <= 5; round += 1) {
      await until(() => models.store.append(ACME, request(round)).then(() => true, () => false)); // its own connection may be one of those that were cut
      await models.admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    }
    await until(() => folded(ACME).catch(() => false));
    expect(await total(ACME)).toBe(5);
  });

  it('stops after the batch under way is written', async () => {
    const runner = await running({ batch: 10 });
    await count(ACME, ...Array.from({ length: 500 }, () => 1));
    await until(async () => (await total(ACME)) !== undefined);
    await runner.stop();
    const [position, sum] = [(await statusOf(ACME)).position, await total(ACME)];
    expect(sum).toBe(position);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await statusOf(ACME)).position).toBe(position);
  });
});

it('states lag in events and in seconds', async () => {
  await models.store.openLog(INITECH, { sample: true });
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
  await models.store.append(INITECH, anAppend(aWrite('s', [1, 2].map((by) => Counted.of({ key: 'a', by })).map((event) => ({ ...event, schemaVersion: 1, occurredOn: '2026-01-01' }))), { recordedAt: hourAgo }));
  expect(await statusOf(ACME)).toMatchObject({ position: 0, head: 0, lagEvents: 0, lagSeconds: 0 });
  expect(await statusOf(INITECH)).toMatchObject({ projection: 'tally', version: 1, position: 0, head: 2, lagEvents: 2, state: 'BUILDING' });
  expect((await statusOf(INITECH)).lagSeconds).toBeGreaterThan(3_590);
  await running();
  await until(() => folded(INITECH));
  expect(await statusOf(INITECH)).toMatchObject({ lagEvents: 0, lagSeconds: 0, reason: null });
  expect(await rowTexts(models.admin, INITECH, 'read.tally_v1')).toEqual(['{"key": "a", "seen": [1, 2], "total": 3}']);
});
