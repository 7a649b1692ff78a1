import { Database } from '@vouchsafe/access';
import { eventCatalogue, eventType, type TenantId } from '@vouchsafe/event-schema';
import { PostgresEventStore, type CrashPoints } from '@vouchsafe/event-store';
import { anAppend, anEvent, aTenant, aWrite } from '@vouchsafe/event-store/testing';
import { z } from 'zod';
import { effect, policy, policyStatus, PolicyRunner, remember, type Policy, type PolicyRunnerOptions, type Recall } from '../index.js';
import { freshReactions, type FreshReactions } from '../testing.js';
import { advance, readMark } from './policy-marks.js';

jest.setTimeout(120_000);
const [ACME, GLOBEX] = [aTenant(1), aTenant(2)];
const Said = eventType('Said', { version: 1, schema: z.object({ word: z.string() }) });
const Passed = eventType('Passed', { version: 1, schema: z.object({}) });
const known = eventCatalogue(Said, Passed);

/** Repeats every word with its number; a spec puts trouble in its way. */
let before: (word: string) => void;
const whenSomethingIsSaidRepeatIt = policy({
  name: 'when-something-is-said-repeat-it', reads: eventCatalogue(Said),
  recalls: () => ['words'],
  react: ({ data: { word } }, recall: Recall<{ count: number }>) => {
    before(word);
    const count = (recall('words')?.count ?? 0) + 1;
    return [remember('words', { count }), effect('echo', { word, count })];
  },
});

let here: FreshReactions;
let runners: PolicyRunner[];
let opened: { close(): Promise<void> }[];
beforeEach(async () => {
  before = () => {};
  [runners, opened] = [[], []];
  here = await freshReactions();
  for (const tenant of [ACME, GLOBEX]) await here.store.openLog(tenant);
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  for (const each of opened) await each.close();
  await here?.close();
});

const running = async (options: Partial<PolicyRunnerOptions> = {}, database = here.database) => {
  const runner = new PolicyRunner(database, new PostgresEventStore(database, here.wakeups), here.wakeups, { policies: [whenSomethingIsSaidRepeatIt], known, poll: 20, retryParked: 30, ...options });
  runners.push(runner);
  await runner.start();
  return runner;
};
/** As another process: connections of its own. */
const elsewhere = () => {
  const database = Database.open(here.url, { poolSize: 4 });
  opened.push(database);
  return database;
};
const say = (tenant: TenantId, ...words: string[]) => here.store.append(tenant, anAppend(aWrite('s', words.map((word) => anEvent({ word }, { type: 'Said' })))));
const echoes = async (tenant: TenantId) => (await here.admin.query<{ word: string; count: number; position: number }>(
  `SELECT payload->>'word' AS word, (payload->>'count')::int AS count, position::int FROM react.reaction WHERE tenant_id = $1 ORDER BY position, ordinal`, [tenant])).rows;
const words = async (tenant: TenantId) => (await echoes(tenant)).map(({ word }) => word);
const statusOf = async (tenant: TenantId, name = whenSomethingIsSaidRepeatIt.name) => (await policyStatus(here.database)).find((one) => one.organization === tenant && one.policy === name);
const until = async (holds: () => Promise<boolean> | boolean) => {
  for (const end = Date.now() + 60_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error('It never came about.');
};
const atTheEnd = (tenant: TenantId, name?: string) => until(async () => (await statusOf(tenant, name))?.lagEvents === 0);

it('records what follows, tenant by tenant, and moves on over what it does not read', async () => {
  await running();
  await say(ACME, 'one', 'two');
  await here.store.append(ACME, anAppend(aWrite('s', [anEvent({}, { type: 'Passed' })])));
  await say(ACME, 'three');
  await say(GLOBEX, 'uno');
  await Promise.all([atTheEnd(ACME), atTheEnd(GLOBEX)]);
  expect(await echoes(ACME)).toEqual([{ word: 'one', count: 1, position: 1 }, { word: 'two', count: 2, position: 2 }, { word: 'three', count: 3, position: 4 }]);
  expect(await words(GLOBEX)).toEqual(['uno']);
  expect(await statusOf(ACME)).toMatchObject({ position: 4, head: 4, due: 3, dead: 0, state: 'LIVE', reason: null });
});

it('does nothing about what was recorded before it existed, also in the log of a tenant that comes later', async () => {
  await say(ACME, 'history');
  await running();
  await atTheEnd(ACME);
  await say(ACME, 'now');
  const sample = aTenant(3);
  await here.store.openLog(sample, { sample: true });
  const made = (word: string, recordedAt: string) => here.store.append(sample, anAppend(aWrite('s', [anEvent({ word }, { type: 'Said' })]), { recordedAt }));
  await made('made up', '2020-01-01T00:00:00.000Z');
  const fresh = aTenant(4);
  await here.store.openLog(fresh);
  await say(fresh, 'first');
  await Promise.all([atTheEnd(ACME), atTheEnd(sample), atTheEnd(fresh)]);
  expect(await echoes(ACME)).toEqual([{ word: 'now', count: 2, position: 2 }]); // it remembers, and counts on
  expect([await words(sample), await words(fresh)]).toEqual([[], ['first']]);
});

it('goes on where it was, and is as old as it was, after a pause', async () => {
  const first = await running();
  await say(ACME, 'one');
  await atTheEnd(ACME);
  await first.stop();
  await say(ACME, 'two'); // while nobody runs
  await running();
  await atTheEnd(ACME);
  expect(await words(ACME)).toEqual(['one', 'two']);
});

it('begins a policy that is new after the history that an older one has acted on', async () => {
  await running();
  await say(ACME, 'one');
  await atTheEnd(ACME);
  const younger: Policy = { ...whenSomethingIsSaidRepeatIt, name: 'when-something-is-said-repeat-it-too' };
  await running({ policies: [whenSomethingIsSaidRepeatIt, younger] });
  await atTheEnd(ACME, younger.name);
  await say(ACME, 'two');
  await Promise.all([atTheEnd(ACME), atTheEnd(ACME, younger.name)]);
  expect(await words(ACME)).toEqual(['one', 'two', 'two']);
});

it('records each once where several read the same logs', async () => {
  await running({ batch: 7 });
  await running({ batch: 3 }, elsewhere());
  const all = Array.from({ length: 120 }, (_, number) => `w${number}`);
  await Promise.all([ACME, GLOBEX].flatMap((tenant) => all.map((word) => say(tenant, word))));
  await Promise.all([atTheEnd(ACME), atTheEnd(GLOBEX)]);
  for (const tenant of [ACME, GLOBEX]) {
    expect((await words(tenant)).sort()).toEqual([...all].sort());
    expect((await echoes(tenant)).map(({ count }) => count)).toEqual(all.map((_, index) => index + 1)); // and remembers in order
  }
});

it('moves only from where it is believed to stand, and with it what follows', async () => {
  const since = '2000-01-01T00:00:00.000Z';
  await say(ACME, 'one', 'two');
  await readMark(here.database, ACME, whenSomethingIsSaidRepeatIt);
  const events = (await here.store.read(ACME, { after: 0, max: 2 })) as never[];
  const step = async (from: number, to: number) => [await advance(here.database, ACME, whenSomethingIsSaidRepeatIt, { from, to, events: events.slice(from, to), since }) !== undefined, await words(ACME)];
  expect(await step(1, 2)).toEqual([false, []]);
  expect(await step(0, 1)).toEqual([true, ['one']]);
  expect(await step(0, 2)).toEqual([false, ['one']]);
  expect(await step(1, 2)).toEqual([true, ['one', 'two']]);
  await expect(advance(here.database, ACME, whenSomethingIsSaidRepeatIt, { from: 2, to: 2, chain: '00', events: [], since })).rejects.toMatchObject({ name: 'NotOfThisLog' });
});

it.each(['reaction.applied', 'reaction.committed'] as const)('loses nothing and doubles nothing when it dies at %s', async (where) => {
  let left = 3;
  const crashPoints: CrashPoints = { passing: (point) => { if (point === where && (left -= 1) >= 0) throw Object.assign(new Error('the connection is gone'), { code: 'ECONNRESET' }); } };
  await running({ batch: 2, crashPoints });
  await say(ACME, 'one', 'two', 'three', 'four', 'five');
  await atTheEnd(ACME);
  expect(left).toBeLessThanOrEqual(0); // it did die
  expect((await echoes(ACME)).map(({ word, count }) => `${word} ${count}`)).toEqual(['one 1', 'two 2', 'three 3', 'four 4', 'five 5']);
});

it('stops before an event that it cannot deal with, says why, holds up nobody else, and goes on by itself once it is mended', async () => {
  let isBroken = true;
  before = (word) => { if (isBroken && word === 'poison') throw new TypeError('no such thing'); };
  const seen: unknown[] = [];
  await running({ onTrouble: (trouble) => seen.push(trouble) });
  await say(ACME, 'one', 'poison', 'three');
  await say(GLOBEX, 'uno');
  await until(async () => (await statusOf(ACME))?.state === 'PARKED');
  await atTheEnd(GLOBEX);
  expect(await statusOf(ACME)).toMatchObject({ position: 1, lagEvents: 2, reason: 'TypeError: no such thing' });
  expect(await words(ACME)).toEqual(['one']);
  expect(seen).toEqual([{ policy: whenSomethingIsSaidRepeatIt.name, tenant: ACME, position: 2, reason: 'TypeError: no such thing', parked: true }]);
  isBroken = false;
  await atTheEnd(ACME);
  expect([await words(ACME), (await statusOf(ACME))?.reason]).toEqual([['one', 'poison', 'three'], null]);
});

it('stops before a type that nobody knows', async () => {
  await running();
  await here.store.append(ACME, anAppend(aWrite('s', [anEvent({}, { type: 'FromTheFuture' })])));
  await until(async () => (await statusOf(ACME))?.state === 'PARKED');
  expect((await statusOf(ACME))?.reason).toMatch(/UnreadableEvent: .*FromTheFuture/);
});

it('does not hand its turn back and forth with others when there is nothing to follow', async () => {
  const policies = ['a', 'b'].map((name) => ({ ...whenSomethingIsSaidRepeatIt, name }));
  const runner = await running({ policies, concurrency: 1 });
  let asked = 0;
  const dry = { // of records that were all followed before: no wait of any kind comes between two questions, so nobody else would ever get a word in
    after: async () => {
      if ((asked += 1) > 1_000) void runner.stop();
      return { events: [], isLast: true };
    },
  };
  await Promise.all([ACME, GLOBEX].map((tenant) => runner.fold(tenant, dry)));
  expect(asked).toBe(policies.length * 2);
});
