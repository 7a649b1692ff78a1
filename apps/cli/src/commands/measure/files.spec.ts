// What a file may say, and what is said of one that says something else.
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal, WrongUsage } from '../../console/outcome.js';
import { measureAudit } from './audit.js';
import { aFile } from './measure.fixtures.js';
import { measureSurvival } from './survival.js';

const written: string[] = [];
afterAll(() => Promise.all(written.map((folder) => rm(folder, { recursive: true, force: true }))));
const survival = async (text: string | Uint8Array, options = { time: 't', event: 'e', group: 'g' }) => {
  const file = await aFile(text);
  written.push(dirname(file));
  return measureSurvival(file, options);
};
const problemWith = async (text: string | Uint8Array): Promise<string> => {
  const error: unknown = await survival(text).catch((thrown: unknown) => thrown);
  if (error instanceof Refusal) return `${error.refusal}: ${error.message}`;
  if (error instanceof WrongUsage) return error.message;
  throw error instanceof Error ? error : new Error('It was measured.');
};

it.each([
  ['a column that is not there', 't,e\n1,1\n', 'There is no column "g". The columns are: "t", "e".'],
  ['a column that is there twice', 't,e,g,t\n1,1,a,2\n', 'ColumnIsTwice: The column "t" is there twice.'],
  ['a time that is no number', 't,e,g\n1,1,a\n\nsoon,1,a\n', 'TimeIsNotANumber: Line 4, column "t": "soon" is no length of time. It must be a number from 0, written like 12 or 7.5.'],
  ['no time', 't,e,g\n,1,a\n', 'TimeIsNotANumber: Line 2, column "t": nothing is no length of time. It must be a number from 0, written like 12 or 7.5.'],
  ['a time before 0', 't,e,g\n-1,1,a\n', 'TimeIsNotANumber: Line 2, column "t": "-1" is no length of time. It must be a number from 0, written like 12 or 7.5.'],
  ['a time with a comma', 't;e;g\n7,5;1;a\n', 'TimeIsNotANumber: Line 2, column "t": "7,5" is no length of time. It must be a number from 0, written like 12 or 7.5.'],
  ['an event that is neither', 't,e,g\n1,perhaps,a\n', 'NeitherYesNorNo: Line 2, column "e": "perhaps" is neither yes nor no. It must be 1 or 0, TRUE or FALSE, yes or no.'],
  ['an event of two', 't,e,g\n1,2,a\n', 'NeitherYesNorNo: Line 2, column "e": "2" is neither yes nor no. It must be 1 or 0, TRUE or FALSE, yes or no.'],
  ['a person in no group', 't,e,g\n1,1,\n', 'GroupIsMissing: Line 2, column "g" is empty: this person is in no group.'],
  ['groups that are none', `t,e,g\n${Array.from({ length: 51 }, (_, at) => `1,1,${at}`).join('\n')}`, 'TooManyGroups: The column "g" has more than 50 different values: these are no groups that could be compared.'],
  ['a row of another length', 't,e,g\n1,1,a,b\n', 'RowDoesNotFit: Line 2 has 4 values under 3 columns.'],
  ['a file without rows', 't,e,g\n', 'FileHasNoRows: The file has a header, and no row under it.'],
  ['an empty file', '', 'FileHasNoHeader: The file is empty.'],
  ['a file that breaks off', 't,e,g\n1,1,"a', 'FileBreaksOffInsideQuotes: Line 2: The file breaks off inside a quoted value: a part of it is missing.'],
  ['a file that is not UTF-8', Buffer.from('t,e,g\n1,1,Zo\xEB\n', 'latin1'), 'FileIsNotUtf8: Line 2: The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.'],
])('%s', async (_, text, said) => expect(await problemWith(text)).toBe(said));

it('a file that is not there, and a folder, are named', async () => {
  for (const nowhere of ['nowhere.csv', '.']) await expect(measureSurvival(nowhere, { time: 't', event: 'e' })).rejects.toThrow(`There is no file ${nowhere}.`);
});

it.each(['1', 'TRUE', 'true', 'Yes', 'yes', ' 1 '])('%j is yes', async (word) => expect((await survival(`t,e,g\n1,${word},a\n`)).groups[0]!.events).toBe(1));
it.each(['0', 'FALSE', 'False', 'NO', 'no'])('%j is no', async (word) => expect((await survival(`t,e,g\n1,${word},a\n`)).groups[0]!.events).toBe(0));
it.each([['7.5', 7.5], ['.5', 0.5], ['1e2', 100], ['12.', 12], ['0', 0], ['-0', 0], [' 3 ', 3]])('%j is a time', async (text, time) => expect((await survival(`t,e,g\n${text},1,a\n`)).groups[0]!.curve[0]!.time).toBe(time));

it('is the same in any order of rows', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `${(at * 7) % 13},${at % 3 === 0 ? 1 : 0},${'abc'[at % 3 === 0 ? at % 2 : at % 3]}`);
  const [one, other] = await Promise.all([rows, [...rows].reverse()].map((some) => survival(['t,e,g', ...some].join('\n'))));
  expect({ ...other!, input: null }).toEqual({ ...one!, input: null });
});

it('holds a long file in little: what grows is the number of different times', async () => {
  const row = '"a name, with a comma",3,1,a\n';
  const measured = await survival(`name,t,e,g\n${row.repeat(200_000)}`);
  expect(measured.groups).toMatchObject([{ n: 200_000, events: 200_000, curve: [{ time: 3, n: 200_000, d: 200_000, survival: 0 }] }]);
});

it('an audit corrects for more than five looks, and names groups that are too small', async () => {
  const group = (name: string, selected: number, n: number): string[] => Array.from({ length: n }, (_, at) => `${name},${at < selected ? 1 : 0},x`);
  const file = await aFile(['g,s,level', ...group('best', 60, 100), ...['1', '2', '3', '4', '5', '6'].flatMap((name) => group(name, 45, 100)), ...group('tiny', 3, 3)].join('\n'));
  written.push(dirname(file));
  const { comparisons, left, looks, reference } = await measureAudit(file, { group: 'g', selected: 's', stratum: ['level'] });
  expect({ left, looks, reference }).toEqual({ left: ['tiny'], looks: 6, reference: 'best' });
  expect(comparisons[0]).toMatchObject({ fisher: expect.closeTo(0.0472, 4), verdict: 'NOT_DISTINGUISHABLE', stratified: { oddsRatio: { state: expect.any(String) }, dropped: [] } });
  expect(comparisons[0]!.corrected!).toBeCloseTo(6 * comparisons[0]!.fisher, 12);
});
