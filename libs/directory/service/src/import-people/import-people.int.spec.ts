import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { blindIndex } from '@vouchsafe/access';
import { EventStore } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { aDirectory, hrFile, OPERATOR, organogram, type ADirectory } from '../directory.fixtures.js';
import { confirmStaged } from './confirm-import.js';
import { resumeImports } from './record-import.js';

const ACME = aTenant(1);
const GLOBEX = aTenant(2);
const HR = { profile: 'hr', asOf: '2026-03-31' };
let d: ADirectory;
beforeEach(async () => { d = await aDirectory(ACME, GLOBEX); });
afterEach(() => d.close());

const held = async (tenant = ACME) => {
  const { posts, persons, heldPlaces, recording } = await d.state(tenant);
  return { posts: posts.size, persons: persons.size, heldPlaces, recording };
};
const kept = async (tenant = ACME) => (await d.rows<{ pages: number; verdicts: number; imports: number }>(tenant, `SELECT
  (SELECT count(*) FROM directory.import_page WHERE tenant_id = $1) AS pages, (SELECT count(*) FROM directory.import_verdict WHERE tenant_id = $1) AS verdicts,
  (SELECT count(*) FROM directory.people_import WHERE tenant_id = $1) AS imports`))[0];
const cards = (tenant = ACME) => d.rows<{ name: string; work_email: string | null; person_id: string }>(tenant, 'SELECT name, work_email, person_id FROM directory.person_card WHERE tenant_id = $1 ORDER BY name');
const signsIn = async (email: string, tenant = ACME): Promise<string | undefined> =>
  (await d.rows<{ subject: string }>(tenant, `SELECT subject FROM front.key WHERE tenant_id = $1 AND kind = 'sign-in' AND key = $2`, [blindIndex(await d.database.installationSecret(), email)]))[0]?.subject;

/** A log that is cut off: after so many appends whatever holds it is gone, with or without the last one written. */
const cutOff = (after: number, lastIsWritten: boolean): EventStore => {
  let appends = 0;
  return new Proxy(d.log as EventStore, {
    get: (log, name) => (name !== 'append' ? (log[name as keyof EventStore] as (...args: unknown[]) => unknown).bind(log) : async (...args: Parameters<EventStore['append']>) => {
      appends += 1;
      if (appends < after) return log.append(...args);
      if (lastIsWritten) await log.append(...args);
      throw new Error('killed');
    }),
  });
};

it('takes over a file, and taking it over again changes nothing', async () => {
  const file = organogram(['1'], ['2', '1'], ['3', '2']);
  const review = await d.importText(ACME, file, { fileName: 'C:\\people\\march.csv' });
  expect(review).toEqual({
    importId: expect.any(String), file: 'march.csv', profile: 'organogram', asOf: '2026-03-31', dryRun: false, state: 'CONFIRMED',
    rows: 3, posts: 3, holders: 3, tops: 1, depth: 2, closure: 3, units: 1, belowAHole: 0, verdicts: {},
    changes: {
      postsOpened: 3, postsClosed: 0, postsKept: 0, postsRenumbered: 0, lineChanged: 0, levelChanged: 0, unitChanged: 0, functionChanged: 0,
      personsJoined: 3, personsLeft: 0, personsReturned: 0, personsMoved: 0,
    },
    leave: { holdersBefore: 0, leaving: 0, share: null, stoppedBy: null }, rejected: [], refusedLines: [], refusals: [], notes: [], position: 12,
  });
  const before = await held();
  expect(await d.importText(ACME, file)).toMatchObject({ state: 'CONFIRMED', changes: { postsOpened: 0, postsKept: 3, personsJoined: 0 }, position: 15 });
  expect(await held()).toEqual(before);
});

it('answers a repeated request from what it did, and refuses its key for another file', async () => {
  const first = await d.importText(ACME, organogram(['1']), { requestKey: 'r1' });
  expect(await d.importText(ACME, organogram(['1']), { requestKey: 'r1' })).toEqual(first);
  await expect(d.importText(ACME, organogram(['2']), { requestKey: 'r1' })).rejects.toMatchObject({ name: 'RequestKeyReused' });
  await expect(d.importText(ACME, organogram(['1']), { requestKey: 'r1', asOf: '2026-03-30' })).rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it('keeps organizations apart: the same keys are other posts there', async () => {
  await d.importText(ACME, organogram(['1'], ['2', '1']));
  expect(await held(GLOBEX)).toEqual({ posts: 0, persons: 0, heldPlaces: 0, recording: null });
  expect(await d.importText(GLOBEX, organogram(['1']))).toMatchObject({ changes: { postsOpened: 1, postsClosed: 0 }, leave: { stoppedBy: null } });
  expect(await held()).toMatchObject({ posts: 2 });
  expect(await d.rows(GLOBEX, 'SELECT FROM directory.post_card WHERE $1::uuid IS NOT NULL')).toHaveLength(1); // the wall behind the parameter
});

it('changes nothing in a dry run, which says what would stand in the way', async () => {
  await d.importText(ACME, organogram(['1'], ['2', '1'], ['3', '1']));
  const dry = await d.importText(ACME, organogram(['1']), { dryRun: true });
  expect(dry).toMatchObject({ state: 'STAGED', dryRun: true, leave: { holdersBefore: 3, leaving: 2, share: 0.6667, stoppedBy: 'TooManyWouldLeave' }, refusals: [{ name: 'TooManyWouldLeave' }] });
  expect(await held()).toMatchObject({ posts: 3 });
  expect(await d.importText(ACME, organogram(['1']))).toMatchObject({ state: 'REFUSED', refusals: [{ name: 'TooManyWouldLeave' }] });
  expect(await held()).toMatchObject({ posts: 3 });
  expect(await d.importText(ACME, organogram(['1']), { acceptLeaversReason: 'The branch was closed.' })).toMatchObject({ state: 'CONFIRMED', refusals: [] });
  expect(await held()).toMatchObject({ posts: 1, heldPlaces: 1 });
});

it('takes over all rows or none where that is asked', async () => {
  const file = organogram(['1'], ['N/A', '1']);
  expect(await d.importText(ACME, file, { strict: true })).toMatchObject({ state: 'REFUSED', rejected: [{ line: 3, column: 'Post Unique Reference', code: 'NO_KEY' }], refusals: [{ name: 'RowsWereRejected' }] });
  expect(await held()).toMatchObject({ posts: 0 });
  expect(await d.importText(ACME, file)).toMatchObject({ state: 'CONFIRMED', verdicts: { NO_KEY: 1 } });
});

it('refuses a day that has not come, an earlier file after a later one, and a profile that nobody saved', async () => {
  expect(await d.importText(ACME, organogram(['1']), { asOf: '2999-01-01' })).toMatchObject({ state: 'REFUSED', refusals: [{ name: 'DayIsInTheFuture' }] });
  await d.importText(ACME, organogram(['1']));
  expect(await d.importText(ACME, organogram(['1'], ['2', '1']), { asOf: '2025-12-31' })).toMatchObject({ state: 'REFUSED', refusals: [{ name: 'FileIsOlderThanTheDirectory' }] });
  expect(await d.importText(ACME, organogram(['1']), { profile: 'nobody' })).toMatchObject({ state: 'REFUSED', refusals: [{ name: 'ProfileIsUnknown' }] });
});

it.each<[string, string | Uint8Array, object, string]>([
  ['is malformed', 'one,two\n1,2\n', {}, 'FileHasNoHeader'],
  ['is empty', '', {}, 'FileHasNoHeader'],
  ['breaks off inside a quoted value', `${organogram(['1'])}\n2,SCS1,"Head of`, {}, 'FileBreaksOffInsideQuotes'],
  ['is in another encoding', Buffer.from(organogram(['1'], ['2', '1', { unit: 'Beh\u00f6rde' }]), 'latin1'), {}, 'FileIsNotUtf8'],
  ['is too large', organogram(['1'], ['2', '1']), { limitBytes: 100 }, 'FileIsTooLarge'],
])('says so of a file that %s, and keeps nothing of it', async (_, file, options, name) => {
  const review = await d.importText(ACME, file, options);
  expect(review).toMatchObject({ importId: null, state: 'REFUSED', rows: 0, refusals: [{ name, message: expect.stringMatching(/\w+.*\./) }], position: 0 });
  expect(await kept()).toEqual({ pages: 0, verdicts: 0, imports: 0 });
  expect(await d.log.head(ACME)).toMatchObject({ position: 0 });
});

describe('names and addresses', () => {
  it('stand on cards and in no event, and are not kept with the file once it was taken over', async () => {
    await d.importText(ACME, hrFile(['7', '', { name: 'Amara Okafor', email: 'Amara@Example.org' }], ['8', '7', { name: 'Ben' }]), HR);
    expect(await cards()).toMatchObject([{ name: 'Amara Okafor', work_email: 'amara@example.org' }, { name: 'Ben' }]);
    expect(JSON.stringify(await d.log.read(ACME, { after: 0, max: 1_000 }))).not.toMatch(/Amara|Ben|example\.org|Analyst/i);
    expect(await kept()).toMatchObject({ pages: 0 });
    expect(await cards(GLOBEX)).toEqual([]);
  });

  it('let someone sign in until they leave', async () => {
    const all = hrFile(['1'], ['2', '1'], ['3', '1'], ['4', '1'], ['5', '1']);
    await d.importText(ACME, all, HR);
    const five = (await cards()).find(({ name }) => name === 'Person 5')!.person_id;
    expect(await signsIn('P5@example.org ')).toBe(five);
    expect(await signsIn('p5@example.org', GLOBEX)).toBeUndefined();
    await d.importText(ACME, hrFile(['1'], ['2', '1'], ['3', '1'], ['4', '1', { email: 'new@example.org' }]), HR);
    expect(await signsIn('p5@example.org')).toBeUndefined();
    expect([await signsIn('p4@example.org'), await signsIn('new@example.org')]).toEqual([undefined, expect.any(String)]);
    expect(await d.importText(ACME, all, HR)).toMatchObject({ changes: { personsReturned: 1, personsJoined: 0 } });
    expect(await signsIn('p5@example.org')).toBe(five);
  });

  it('find whoever could sign in before the first file, and make no second person of them', async () => {
    const key = blindIndex(await d.database.installationSecret(), 'p1@example.org');
    await d.rows(ACME, `INSERT INTO front.key VALUES ($1, 'sign-in', $2, 'the-founder')`, [key]);
    await d.importText(ACME, hrFile(['1'], ['2', '1']), HR);
    expect((await cards()).map(({ person_id: id }) => id)).toContain('the-founder');
    expect((await d.state(ACME)).heldPlaces).toBe(2);
    expect(await d.importText(ACME, hrFile(['1'], ['2', '1']), HR)).toMatchObject({ changes: { personsJoined: 0, personsLeft: 0 } });
  });

  it('stay as they were while a file is only staged, and when it is refused', async () => {
    await d.importText(ACME, hrFile(['1', '', { name: 'Amara' }]), HR);
    await d.importText(ACME, hrFile(['1', '', { name: 'Someone Else' }]), { ...HR, dryRun: true });
    await d.importText(ACME, hrFile(['1', '', { name: 'Someone Else' }], ['2', '1', { start: 'soon' }]), { ...HR, strict: true });
    expect(await cards()).toMatchObject([{ name: 'Amara' }]);
    await d.importText(ACME, hrFile(['1', '', { name: 'Amara Obi' }]), HR);
    expect(await cards()).toMatchObject([{ name: 'Amara Obi' }]); // no event tells it, and it is taken over all the same
  });

  it('may pass from one to another in a single file', async () => {
    await d.importText(ACME, hrFile(['1', '', { email: 'a@example.org' }], ['2', '1', { email: 'b@example.org' }]), HR);
    const [one, two] = await cards();
    await d.importText(ACME, hrFile(['1', '', { email: 'b@example.org' }], ['2', '1', { email: 'a@example.org' }]), HR);
    expect([await signsIn('b@example.org'), await signsIn('a@example.org')]).toEqual([one!.person_id, two!.person_id]);
  });
});

it('says of an HR file that people behind rejected rows count as gone', async () => {
  const people = Array.from({ length: 8 }, (_, index) => [String(index), index === 0 ? '' : '0'] as const);
  await d.importText(ACME, hrFile(...people), HR);
  const review = await d.importText(ACME, hrFile(...people.slice(0, 7), ['7', '0', { start: '31/12/2019' }]), { ...HR, dryRun: true });
  expect(review).toMatchObject({ verdicts: { BAD_DATE: 1 }, changes: { personsLeft: 1 }, notes: [expect.stringContaining('--strict')] });
});

describe('a file that nobody confirms', () => {
  const stagedAgo = (days: number, tenant = ACME) => d.rows(tenant, `UPDATE directory.people_import SET staged_at = now() - make_interval(days => ${days}) WHERE tenant_id = $1`);
  const staging = async (tenant = ACME) => (await d.importText(tenant, hrFile(['1', '', { name: 'Amara' }]), { ...HR, dryRun: true })).importId!;
  const confirm = (importId: string) => confirmStaged(d.deps, ACME, OPERATOR, { importId, requestKey: `confirm ${importId}`, strict: false, acceptLeaversReason: null });

  it('is refused after seven days', async () => {
    const importId = await staging();
    await stagedAgo(9);
    expect(await confirm(importId)).toMatchObject({ accepted: false, rejection: { reason: 'ImportHasExpired' } });
    await stagedAgo(5);
    expect(await confirm(importId)).toMatchObject({ accepted: true });
  });

  it.each([['the next file is staged', () => d.importText(ACME, hrFile(['2']), { ...HR, dryRun: true }).then(() => {})], ['a process starts, or has run for a while', () => resumeImports(d.deps, ACME)]])(
    'loses its names when %s; files of other organizations and of these days keep theirs', async (_, later) => {
      await staging();
      await staging(GLOBEX);
      await stagedAgo(9);
      const young = await d.importText(ACME, hrFile(['3', '', { name: 'Young' }]), { ...HR, dryRun: true });
      await stagedAgo(9, GLOBEX);
      await d.rows(ACME, `UPDATE directory.people_import SET staged_at = now() WHERE tenant_id = $1 AND import_id = '${young.importId!}'`);
      await later();
      const names = async (tenant: typeof ACME) => JSON.stringify(await d.rows(tenant, `SELECT lines FROM directory.import_page WHERE tenant_id = $1 AND kind = 'person-card'`));
      expect(await names(ACME)).not.toContain('Amara');
      expect(await names(ACME)).toContain('Young');
      expect(await names(GLOBEX)).toContain('Amara');
    });
});

describe('killed', () => {
  const SIZE = 700; // 2,100 changes: five batches
  const file = organogram(...Array.from({ length: SIZE }, (_, index) => [`P${index}`, index === 0 ? 'XX' : 'P0'] as const));

  it.each([
    [1, false], [1, true], [2, false], [2, true], [3, false], [3, true], [5, true], [7, false], [7, true],
  ])('at append %i (written: %s), it goes on where it stopped when it is asked again', async (at, written) => {
    await expect(d.importText(ACME, file, { requestKey: 'r1' }, { ...d.deps, log: cutOff(at, written) })).rejects.toThrow('killed');
    expect(await d.importText(ACME, file, { requestKey: 'r1' })).toMatchObject({ state: 'CONFIRMED' });
    expect(await held()).toEqual({ posts: SIZE, persons: SIZE, heldPlaces: SIZE, recording: null });
    expect(await d.log.head(ACME)).toMatchObject({ position: 3 * SIZE + 3 }); // every change once
    expect(await d.rows(ACME, 'SELECT FROM directory.post_card WHERE tenant_id = $1')).toHaveLength(SIZE);
    expect(await kept()).toMatchObject({ pages: 0, imports: 1 });
  });

  it('between batches, it goes on at the next start, and the next file waits for it', async () => {
    await expect(d.importText(ACME, file, {}, { ...d.deps, log: cutOff(4, true) })).rejects.toThrow('killed');
    expect((await d.state(ACME)).recording).toMatchObject({ recorded: 1_000 });
    await resumeImports(d.deps, ACME);
    expect(await held()).toMatchObject({ posts: SIZE, recording: null });
    expect(await d.importText(ACME, file)).toMatchObject({ state: 'CONFIRMED', changes: { postsKept: SIZE, postsOpened: 0 } });
  });

  it('between batches and never started again, another file takes the first to its end before it is compared', async () => {
    await expect(d.importText(ACME, file, {}, { ...d.deps, log: cutOff(4, true) })).rejects.toThrow('killed');
    expect(await d.importText(ACME, file)).toMatchObject({ state: 'CONFIRMED', changes: { postsKept: SIZE, postsOpened: 0, postsClosed: 0 } });
  });

  it('before the log was told, what was kept of the file is swept', async () => {
    await expect(d.importText(ACME, file, {}, { ...d.deps, log: cutOff(1, false) })).rejects.toThrow('killed');
    expect(await kept()).toMatchObject({ imports: 1 });
    await d.rows(ACME, `UPDATE directory.people_import SET staged_at = now() - interval '2 hours' WHERE tenant_id = $1`);
    await resumeImports(d.deps, ACME);
    expect(await kept()).toEqual({ pages: 0, verdicts: 0, imports: 0 });
  });

  it('refuses to record changes that are not those that were reviewed', async () => {
    await expect(d.importText(ACME, file, { requestKey: 'r1' }, { ...d.deps, log: cutOff(4, true) })).rejects.toThrow('killed');
    await d.rows(ACME, `UPDATE directory.import_page SET lines = replace(lines, '"SCS1"', '"SCS4"') WHERE tenant_id = $1 AND kind = 'change'`);
    await expect(d.importText(ACME, file, { requestKey: 'r1' })).rejects.toMatchObject({ name: 'ChangesDoNotMatch' });
    expect((await d.state(ACME)).recording).toMatchObject({ recorded: 1_000 });
  });
});

it('lets two files at once take their turns', async () => {
  const [one, two] = [organogram(['1'], ['2', '1'], ['3', '1'], ['4', '1']), organogram(['1'], ['2', '1'], ['3', '1'], ['4', '1'], ['5', '1'])];
  const reviews = await Promise.allSettled([d.importText(ACME, one), d.importText(ACME, two)]);
  const states = reviews.map((review) => (review.status === 'fulfilled' ? review.value.state : (review.reason as Error).name));
  expect(states.filter((state) => state === 'CONFIRMED').length).toBeGreaterThan(0);
  const { posts, heldPlaces, recording } = await held();
  expect([posts, recording]).toEqual([heldPlaces, null]);
  // Whichever came second, no card is left of a file that was not taken over; a post that the later file closed keeps its card.
  const keyed = await d.rows(ACME, 'SELECT FROM directory.post_card AS c WHERE tenant_id = $1 AND key IS NOT NULL');
  expect(keyed).toHaveLength(states.every((state) => state === 'CONFIRMED') ? 5 : posts);
});

it('reports a circle of a thousand posts, and does not hang', async () => {
  const circle = Array.from({ length: 1_000 }, (_, index) => [`P${index}`, `P${(index + 1) % 1_000}`] as const);
  const review = await d.importText(ACME, organogram(['top'], ...circle));
  expect(review).toMatchObject({ state: 'CONFIRMED', posts: 1_001, tops: 1, belowAHole: 1_000, verdicts: { LINE_IN_A_CIRCLE: 1_000 }, rejected: [] });
  expect(review.refusedLines).toHaveLength(1_000);
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('takes over a hundred thousand people in bounded memory', async () => {
  await d.stopRunner(); // the fold is another process's work
  const SIZE = 100_000;
  const file = hrFile(...Array.from({ length: SIZE }, (_, index) => [String(index + 1), index === 0 ? '' : String(Math.floor((index + 7) / 8))] as const));
  // What is alive, and not what the collector has not come to yet: that depends on how busy the machine is.
  const alive = (): number => {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = alive();
  let most = 0;
  const watch = setInterval(() => { most = Math.max(most, alive()); }, 2_000);
  const review = await d.importText(ACME, file, HR).finally(() => clearInterval(watch));
  expect(review).toMatchObject({ state: 'CONFIRMED', posts: SIZE, holders: SIZE, tops: 1, depth: 6 });
  expect((await d.log.head(ACME)).position).toBe(3 * SIZE + 3);
  expect((most - before) / 2 ** 20).toBeLessThan(500);
}, 900_000);
