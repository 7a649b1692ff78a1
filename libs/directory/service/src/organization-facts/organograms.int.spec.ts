// The published senior posts of two departments, file after file, from the upload to the graph of any past day.
import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultGradeRanks, organogramProfile } from '@vouchsafe/directory-domain';
import { aTenant } from '@vouchsafe/event-store/testing';
import { aDirectory, type ADirectory } from '../directory.fixtures.js';
import { OrgFiguresHandler, OrgFiguresQuery, OrgPostsHandler, OrgPostsQuery } from '../org-graph/org-graph.query.js';
import { knownAt } from '../org-graph/known-at.js';
import { OrgChangesHandler, OrgChangesQuery } from '../org-changes/org-changes.query.js';
import { stagePeopleFile } from '../read-people-file/stage-people-file.js';

const FOLDER = fileURLToPath(new URL('../../../../../../shared/data/organograms/', import.meta.url));
const isHere = existsSync(FOLDER);
if (!isHere) process.stderr.write(`Skipped: the public organograms are not at ${FOLDER}\n`);

const HOME_OFFICE = aTenant(1);
const DWP = aTenant(2);
let d: ADirectory;
beforeAll(async () => { if (isHere) d = await aDirectory(HOME_OFFICE, DWP); });
afterAll(() => d?.close());

const instants: Record<string, string> = {};
const figures = async (tenant: typeof DWP, asOf: string, asKnownAt: string | null = null) =>
  new OrgFiguresHandler(d.readModels).execute(new OrgFiguresQuery(tenant, asOf, await knownAt(d.log, tenant, asKnownAt, (await d.log.head(tenant)).position, new Date())));
const theNextInstant = async (): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  const now = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return now;
};

(isHere ? describe : describe.skip)('the Home Office', () => {
  const take = (day: string) => d.importFile(HOME_OFFICE, `${FOLDER}home-office/${day}.csv`, { asOf: day, fileName: `${day}.csv` });

  it('is taken over file after file', async () => {
    expect(await take('2011-03-31')).toMatchObject({
      state: 'CONFIRMED', rows: 125, posts: 124, holders: 124, tops: 1, depth: 4, closure: 319, verdicts: { BROKEN_CHARACTER: 23, SAME_ROW_TWICE: 1 },
      changes: { postsOpened: 124, personsJoined: 124 }, leave: { holdersBefore: 0 },
    });
    instants['first'] = await theNextInstant();
    expect(await take('2011-09-30')).toMatchObject({ state: 'CONFIRMED', posts: 148, holders: 150, closure: 387, leave: { holdersBefore: 124, leaving: 22, share: 0.1774, stoppedBy: null } });
    instants['second'] = await theNextInstant();
    expect(await take('2012-09-30')).toMatchObject({ state: 'CONFIRMED', posts: 189, holders: 191, closure: 490, verdicts: { KEY_CONFLICT: 2, SAME_ROW_TWICE: 8, SHARED_POST: 2 }, leave: { share: 0.02 } });
    expect((await take('2012-09-30')).changes).toMatchObject({ postsOpened: 0, postsClosed: 0, postsKept: 189, lineChanged: 0, personsJoined: 0, personsLeft: 0 });
    expect(d.troubles).toEqual([]);
  });

  it('tells the graph of each day', async () => {
    expect(await figures(HOME_OFFICE, '2011-03-31')).toMatchObject({ posts: 124, holders: 124, tops: 1, depth: 4, closure: 319 });
    expect(await figures(HOME_OFFICE, '2011-09-29')).toMatchObject({ posts: 124, closure: 319 });
    expect(await figures(HOME_OFFICE, '2011-09-30')).toMatchObject({ posts: 148, holders: 150, closure: 387 });
    expect(await figures(HOME_OFFICE, '2026-01-01')).toMatchObject({ posts: 189, holders: 191, closure: 490 });
    expect(await figures(HOME_OFFICE, '2011-03-30')).toMatchObject({ posts: 0, holders: 0, closure: 0 });
  });

  it('tells it as it was known: what a later file brought, nobody knew before', async () => {
    expect(await figures(HOME_OFFICE, '2026-01-01', instants['first'])).toMatchObject({ posts: 124, holders: 124, closure: 319 });
    expect(await figures(HOME_OFFICE, '2026-01-01', instants['second'])).toMatchObject({ posts: 148, holders: 150, closure: 387 });
    expect(await figures(HOME_OFFICE, '2011-03-31', instants['second'])).toMatchObject({ posts: 124, closure: 319 });
    expect(await figures(HOME_OFFICE, '2026-01-01', '2011-01-01T00:00:00.000Z')).toMatchObject({ posts: 0 });
  });

  it('tells posts and what changed between two days as the import counted them', async () => {
    const known = await knownAt(d.log, HOME_OFFICE, null, null, new Date());
    const posts = await new OrgPostsHandler(d.readModels).execute(new OrgPostsQuery(HOME_OFFICE, '2011-03-31', known, { tenant: HOME_OFFICE, list: '', after: null, limit: 1_000 }));
    expect(posts.filter(({ reportsTo, lineKnown }) => reportsTo === null && lineKnown)).toMatchObject([{ level: 40, holders: [expect.any(String)], title: expect.stringMatching(/permanent secretary/i) }]);
    const changes = await new OrgChangesHandler(d.readModels).execute(new OrgChangesQuery(HOME_OFFICE, '2011-03-31', '2011-09-30', known, { tenant: HOME_OFFICE, list: '', after: null, limit: 1_000 }));
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
    const counted = (await d.rows<{ staged: { changes: Record<string, number> } }>(HOME_OFFICE, `SELECT staged FROM directory.people_import WHERE tenant_id = $1 AND file_name = '2011-09-30.csv'`))[0]!.staged.changes;
    expect({ opened: count('POST_OPENED'), closed: count('POST_CLOSED'), lines: count('LINE_CHANGED'), levels: count('LEVEL_CHANGED'), units: count('UNIT_CHANGED'), joined: count('PERSON_JOINED'), left: count('PERSON_LEFT') })
      .toEqual({ opened: counted['postsOpened'], closed: counted['postsClosed'], lines: counted['lineChanged'], levels: counted['levelChanged'], units: counted['unitChanged'], joined: counted['personsJoined'], left: counted['personsLeft'] });
  });
});

(isHere ? describe : describe.skip)('the Department for Work and Pensions, which renumbered its posts', () => {
  const file = (day: string) => `${FOLDER}department-for-work-and-pensions/${day}.csv`;
  const keys = async (day: string) => {
    const read = await stagePeopleFile(createReadStream(file(day)), { profile: organogramProfile, ranks: defaultGradeRanks, asOf: day });
    if (read.refusal) throw new Error(read.refusal.message);
    return [...read.staged.posts.values()];
  };

  it('is stopped at the guard, and let through with a key map, with nobody leaving whose post was renumbered', async () => {
    await d.importFile(DWP, file('2011-03-31'), { asOf: '2011-03-31' });
    const before = await d.state(DWP);
    expect(await d.importFile(DWP, file('2011-09-30'), { asOf: '2011-09-30' })).toMatchObject({
      state: 'REFUSED', refusals: [{ name: 'TooManyWouldLeave' }], leave: { holdersBefore: 270, leaving: 269, share: 0.9963, stoppedBy: 'TooManyWouldLeave' },
    });
    expect((await d.state(DWP)).revision).toBe(before.revision);

    const [old, fresh] = [await keys('2011-03-31'), await keys('2011-09-30')];
    const [oldKeys, freshKeys] = [new Set(old.map(({ key }) => key)), new Set(fresh.map(({ key }) => key))];
    const free = [...old].sort((one, other) => other.holders.length - one.holders.length).map(({ key }) => key).filter((key) => !freshKeys.has(key));
    const keyMap = Object.fromEntries(fresh.map(({ key }) => key).filter((key) => !oldKeys.has(key)).map((key, index) => [free[index]!, key]));
    const cardOf = async (key: string) => (await d.rows<{ id: string }>(DWP, 'SELECT post_id AS id FROM directory.post_card WHERE tenant_id = $1 AND key = $2', [key]))[0]?.id;
    const [from, to] = Object.entries(keyMap)[0]!;
    const renumbered = await cardOf(from);

    expect(await d.importFile(DWP, file('2011-09-30'), { asOf: '2011-09-30', keyMap })).toMatchObject({
      state: 'CONFIRMED', changes: { postsRenumbered: 201, postsOpened: 0, postsKept: 202, postsClosed: 64 }, leave: { leaving: 64, stoppedBy: null },
    });
    expect([await cardOf(to), await cardOf(from)]).toEqual([renumbered, undefined]);
    expect(await figures(DWP, '2011-09-30')).toMatchObject({ posts: 202, holders: 204, closure: 547, belowAHole: 1 });
    expect(await figures(DWP, '2011-03-31')).toMatchObject({ posts: 266, holders: 270, closure: 733, belowAHole: 0 });
    expect(await d.importFile(DWP, file('2011-09-30'), { asOf: '2011-09-30' })).toMatchObject({ state: 'CONFIRMED', changes: { postsOpened: 0, postsClosed: 0, personsLeft: 0 } });
  });

  it('shows nothing of it to another organization', async () => {
    expect((await figures(HOME_OFFICE, '2011-09-30')).posts).toBe(148);
  });
});
