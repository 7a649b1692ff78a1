import { compare, countVerdicts, defaultGradeRanks, directories, hrProfile, organogramProfile } from '@vouchsafe/directory-domain';
import { LIMIT_BYTES, stagePeopleFile } from './stage-people-file.js';

const HEADER = '"Post Unique Reference","Grade (or equivalent)","Job Title","Unit","Reports to Senior Post","FTE","Professional/Occupational Group"\n';
const options = { profile: organogramProfile, ranks: defaultGradeRanks, asOf: '2026-03-31' };

async function* inPieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

it('judges what it reads', async () => {
  const result = await stagePeopleFile(inPieces(`${HEADER}1,SCS4,Head,Data,XX,1,Policy\n\n"2",SCS1,"'Deputy,\nData'",Data,9,,Policy\n`), options);
  expect(result).toMatchObject({ refusal: null, staged: { verdicts: [{ line: 4, column: 'Reports to Senior Post', code: 'DANGLING_LINE' }, { line: 4, column: 'FTE', code: 'NO_FTE' }] } });
});

it('reads a general HR file, semicolons, marks and all', async () => {
  const file = '\uFEFFemployeeId;name;jobTitle;grade;unit;managerId;startDate\r\n7;Amara;Head;SCS2;Data;;2019-09-02\r\n8;Ben;Analyst;SCS1;Data;7;2021-02-30\r\n';
  const result = await stagePeopleFile(inPieces(file), { ...options, profile: hrProfile });
  if (result.refusal) throw new Error(result.refusal.name);
  expect(result.staged.figures).toMatchObject({ rows: 2, posts: 1, holders: 1 });
  expect(result.staged.verdicts).toEqual([{ line: 3, column: 'startDate', code: 'BAD_DATE' }]);
});

it('refuses a file without the column that says who is above', async () => {
  const result = await stagePeopleFile(inPieces(HEADER.replace('Reports to Senior Post', 'Boss')), options);
  expect(result.refusal).toEqual({ name: 'ColumnIsMissing', line: 1, message: 'The column "Reports to Senior Post" is missing.' });
});

it('refuses a truncated file, though its first rows were good', async () =>
  expect((await stagePeopleFile(inPieces(`${HEADER}1,SCS4,Head,Data,XX,1,Policy\n2,SCS1,"Dep`), options)).refusal).toMatchObject({ name: 'FileBreaksOffInsideQuotes', line: 3 }));

it('refuses a file of more than a hundred megabytes', async () => {
  const row = Buffer.from(`${'x'.repeat(99)}\n`.repeat(10_000));
  async function* large(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(HEADER);
    for (let bytes = 0; bytes <= LIMIT_BYTES; bytes += row.length) yield row;
  }
  expect((await stagePeopleFile(large(), options)).refusal).toMatchObject({ name: 'FileIsTooLarge' });
});

it('stages and compares a hundred thousand people, in a chain as long', async () => {
  const SIZE = 100_000;
  const lines = Array.from({ length: SIZE }, (_, index) => `P${index},SCS1,Head,Unit ${index % 50},${index === 0 ? 'XX' : `P${index - 1}`},1,Policy\n`);
  const result = await stagePeopleFile(inPieces(HEADER + lines.join('')), options);
  if (result.refusal) throw new Error(result.refusal.name);
  expect(result.staged.figures).toEqual({ rows: SIZE, posts: SIZE, holders: SIZE, tops: 1, depth: SIZE - 1, closure: (SIZE * (SIZE - 1)) / 2, units: 50, belowAHole: 0 });
  expect(countVerdicts(result.staged.verdicts)).toEqual({});

  let ids = 0;
  const compared = compare(result.staged, directories.initial, { keys: { postIds: new Map(), personIds: new Map() }, newId: () => `id-${(ids += 1)}` });
  if (!compared.accepted) throw new Error(compared.rejection.reason);
  expect(compared.compared.changes).toHaveLength(3 * SIZE);
  const state = compared.compared.changes.reduce((believed, { event }) => directories.evolve(believed, event), directories.initial);
  expect(state.posts.size).toBe(SIZE);
}, 120_000); // a chain this long overflows a stack, and takes hours if anything is quadratic
