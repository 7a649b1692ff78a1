// The published senior posts of six government departments: the counts that every reading of these files must arrive at.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fold } from '@vouchsafe/decider';
import {
  compare, countVerdicts, defaultGradeRanks, directories, organogramProfile,
  type ComparedPeople, type Directory, type DirectoryKeys, type StagedPeople,
} from '@vouchsafe/directory-domain';
import { stagePeopleFile } from './stage-people-file.js';

const FOLDER = fileURLToPath(new URL('../../../../../../shared/data/organograms/', import.meta.url));
const isHere = existsSync(FOLDER);
if (!isHere) process.stderr.write(`Skipped: the public organograms are not at ${FOLDER}\n`);

const BIS = 'department-for-business-innovation-and-skills';
const DFID = 'department-for-international-development';
const DWP = 'department-for-work-and-pensions';

type Expected = [
  file: string, rows: number, posts: number, holders: number, tops: number, depth: number, closure: number, belowAHole: number,
  verdicts: Record<string, number>, leave: { share: string; stopped: boolean } | null,
];
const expected: Expected[] = [
  ['cabinet-office/2011-03-31', 216, 216, 215, 1, 4, 593, 0, { BROKEN_CHARACTER: 24, NO_FTE: 12, VACANT_POST: 1 }, null],
  ['cabinet-office/2011-09-30', 235, 234, 235, 3, 4, 624, 0, { BROKEN_CHARACTER: 13, SHARED_POST: 1 }, { share: '16.3', stopped: false }],
  ['cabinet-office/2012-03-31', 228, 228, 228, 2, 3, 501, 0, { BROKEN_CHARACTER: 5 }, { share: '13.6', stopped: false }],
  [`${BIS}/2011-03-31`, 195, 191, 191, 1, 3, 490, 0, { SAME_ROW_TWICE: 4, BROKEN_CHARACTER: 3 }, null],
  [`${BIS}/2011-09-30`, 198, 194, 196, 1, 3, 496, 6, { SAME_ROW_TWICE: 2, SHARED_POST: 2, LINE_IN_A_CIRCLE: 1 }, { share: '18.3', stopped: false }],
  [`${DFID}/2011-03-31`, 80, 80, 80, 2, 5, 187, 12, { BROKEN_CHARACTER: 2, LINE_IN_A_CIRCLE: 1 }, null],
  [`${DFID}/2013-03-31`, 77, 75, 77, 2, 5, 193, 0, { SHARED_POST: 2, BAD_FTE: 2 }, { share: '14.1', stopped: false }],
  [`${DFID}/2013-09-30`, 89, 89, 89, 1, 4, 224, 3, { LINE_IN_A_CIRCLE: 3 }, { share: '35.1', stopped: true }],
  [`${DFID}/2014-03-31`, 29, 29, 29, 1, 3, 58, 0, {}, { share: '73.0', stopped: true }],
  [`${DWP}/2011-03-31`, 270, 266, 270, 1, 4, 733, 0, { BROKEN_CHARACTER: 65, NO_FTE: 4, SHARED_POST: 4 }, null],
  [`${DWP}/2011-09-30`, 209, 202, 204, 1, 4, 547, 1, { NO_KEY: 4, SAME_ROW_TWICE: 1, SHARED_POST: 2, DANGLING_LINE: 1 }, { share: '99.6', stopped: true }],
  ['department-of-health/2011-03-31', 303, 302, 302, 2, 5, 836, 0, { BROKEN_CHARACTER: 16, NO_FTE: 3, SAME_ROW_TWICE: 1 }, null],
  ['department-of-health/2011-09-30', 313, 313, 313, 1, 6, 1122, 0, {}, { share: '9.6', stopped: false }],
  ['home-office/2011-03-31', 125, 124, 124, 1, 4, 319, 0, { BROKEN_CHARACTER: 23, SAME_ROW_TWICE: 1 }, null],
  ['home-office/2011-09-30', 151, 148, 150, 1, 4, 387, 0, { SAME_ROW_TWICE: 1, SHARED_POST: 2 }, { share: '17.7', stopped: false }],
  ['home-office/2012-09-30', 201, 189, 191, 1, 4, 490, 0, { KEY_CONFLICT: 2, SAME_ROW_TWICE: 8, SHARED_POST: 2 }, { share: '2.0', stopped: false }],
];

const read = async (file: string): Promise<StagedPeople> => {
  const asOf = file.slice(-10);
  const result = await stagePeopleFile(createReadStream(`${FOLDER}${file}.csv`), { profile: organogramProfile, ranks: defaultGradeRanks, asOf });
  if (result.refusal) throw new Error(result.refusal.message);
  return result.staged;
};

let ids = 0;
const newId = (): string => `id-${(ids += 1)}`;
const noKeys: DirectoryKeys = { postIds: new Map(), personIds: new Map() };
const compared = (...[staged, directory, comparison]: Parameters<typeof compare>): ComparedPeople => {
  const result = compare(staged, directory, comparison);
  if (!result.accepted) throw new Error(result.rejection.reason);
  return result.compared;
};
const after = (directory: Directory, { changes }: ComparedPeople): Directory => changes.reduce((state, { event }) => directories.evolve(state, event), directory);
const keysAfter = (keys: DirectoryKeys, { cards }: ComparedPeople): DirectoryKeys =>
  ({ ...keys, postIds: new Map([...keys.postIds, ...cards.posts.map(({ key, postId }) => [key, postId] as const)]) });

(isHere ? describe : describe.skip)('the organograms of six departments', () => {
  const before = async (file: string): Promise<{ directory: Directory; keys: DirectoryKeys }> => {
    const [department = ''] = file.split('/');
    let state = { directory: fold(directories, []), keys: noKeys };
    for (const name of readdirSync(`${FOLDER}${department}`).sort()) {
      const earlier = `${department}/${name.slice(0, -4)}`;
      if (earlier >= file) break;
      const changes = compared(await read(earlier), state.directory, { keys: state.keys, newId });
      state = { directory: after(state.directory, changes), keys: keysAfter(state.keys, changes) };
    }
    return state;
  };

  it.each(expected)('%s', async (file, rows, posts, holders, tops, depth, closure, belowAHole, verdicts, leave) => {
    const staged = await read(file);
    expect(staged.figures).toEqual({ rows, posts, holders, tops, depth, closure, belowAHole, units: expect.any(Number) });
    expect(countVerdicts(staged.verdicts)).toEqual(verdicts);

    const { directory, keys } = await before(file);
    const changes = compared(staged, directory, { keys, newId });
    expect(changes.leave.share === null ? null : { share: (changes.leave.share * 100).toFixed(1), stopped: changes.leave.stoppedBy !== null }).toEqual(leave);
    expect(changes.counts.postsKept + changes.counts.postsOpened).toBe(posts);
    expect(directory.heldPlaces - changes.counts.personsLeft + changes.counts.personsJoined).toBe(holders);

    const confirmed = after(directory, changes);
    expect([confirmed.posts.size, confirmed.heldPlaces]).toEqual([posts, holders]);
    expect(compared(staged, confirmed, { keys: keysAfter(keys, changes), newId }).changes).toEqual([]);
  });

  it('lets a renumbered department through with a key map, and nobody leaves whose post was renumbered', async () => {
    const file = `${DWP}/2011-09-30`;
    const { directory, keys } = await before(file);
    const staged = await read(file);
    const old = await read(`${DWP}/2011-03-31`);
    const survivors = [...old.posts.values()].sort((one, other) => other.holders.length - one.holders.length).map(({ key }) => key);
    const renamed = [...staged.posts.keys()].filter((key) => !old.posts.has(key));
    const free = survivors.filter((key) => !staged.posts.has(key));
    const keyMap = Object.fromEntries(renamed.map((key, index) => [free[index]!, key]));

    const changes = compared(staged, directory, { keys, keyMap, newId });
    expect(changes.counts).toMatchObject({ postsRenumbered: 201, postsOpened: 0, postsKept: 202, postsClosed: 64 });
    expect(changes.leave).toMatchObject({ holdersBefore: 270, leaving: 64, stoppedBy: null });
    const closed = new Set(changes.changes.flatMap(({ event }) => (event.type === 'PostClosed' ? [event.data.postId] : [])));
    expect(Object.keys(keyMap).filter((key) => closed.has(keys.postIds.get(key)!))).toEqual([]);
    expect(compared(staged, after(directory, changes), { keys: keysAfter(keys, changes), newId }).changes).toEqual([]);
  });
});
