// Who left when, of 3,770 (fictional) people: McNulty, Handbook of Regression Modeling in People Analytics (2021), chapter 9, as he prints it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kaplanMeier } from './kaplan-meier.js';
import { lifeTableOf, type LifeTable } from './life-table.js';
import { compareTimes } from './time-to-event.js';

const FOLDER = fileURLToPath(new URL('../../../../../shared/data/reference/', import.meta.url));
const isHere = existsSync(FOLDER);
if (!isHere) process.stderr.write(`Skipped: the reference data of people analytics are not at ${FOLDER}\n`);

/** No value of these files holds a comma. */
const rowsOf = (file: string): Record<string, string>[] => {
  const [header = [], ...rows] = readFileSync(`${FOLDER}${file}`, 'utf8').trim().split('\n').map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]!])));
};

(isHere ? describe : describe.skip)('job retention', () => {
  const people = isHere ? rowsOf('job_retention.csv') : [];
  const of = (gender: string): LifeTable => lifeTableOf(people.filter((row) => row['gender'] === gender).map(({ month, left }) => ({ time: Number(month), event: left === '1' })));

  it.each([
    ['F', 1, 1167, 7, '0.994', '0.00226', '0.990', '0.998'], ['F', 6, 940, 51, '0.819', '0.01154', '0.797', '0.842'], ['F', 12, 621, 17, '0.603', '0.01501', '0.575', '0.633'],
    ['M', 1, 2603, 17, '0.993', '0.00158', '0.990', '0.997'], ['M', 6, 2171, 120, '0.824', '0.00756', '0.810', '0.839'], ['M', 12, 1460, 36, '0.623', '0.00983', '0.604', '0.642'],
  ])('%s, month %d', (gender, month, n, d, s, se, low, high) => {
    const found = kaplanMeier(of(gender)).find(({ time }) => time === month)!;
    expect([found.atRisk, found.events, found.survival.toFixed(3), found.standardError!.toFixed(5), found.interval!.low.toFixed(3), found.interval!.high.toFixed(3)])
      .toEqual([n, d, s, se, low, high]);
  });

  it('does not tell women from men', () => {
    expect(people).toHaveLength(3770);
    const { state, test: { observed, expected, variance, chiSquared, p } } = compareTimes([of('F'), of('M')]);
    expect([state, observed[0], expected[0]!.toFixed(4), variance[0]!.toFixed(4), chiSquared!.toFixed(4), p!.toFixed(4)])
      .toEqual(['NOT_DISTINGUISHABLE', 427, '411.3022', '273.4098', '0.9013', '0.3424']);
  });

  // χ² of more than two groups, and of the other file: lifelines 0.30.
  it.each([['field', 6, 16.93665051201797], ['level', 3, 5.232095351960825]])('compares the groups of %s', (column, groups, chiSquared) => {
    const values = [...new Set(people.map((row) => row[column]!))];
    const tables = values.map((value) => lifeTableOf(people.filter((row) => row[column] === value).map(({ month, left }) => ({ time: Number(month), event: left === '1' }))));
    const { test } = compareTimes(tables);
    expect([values.length, test.degrees]).toEqual([groups, groups - 1]);
    expect(test.chiSquared).toBeCloseTo(chiSquared, 8);
  });

  it('the same functions read time to promotion, by diversity', () => {
    const promoted = rowsOf('promotion.csv');
    const by = (diverse: string): LifeTable => lifeTableOf(promoted.filter((row) => row['diverse'] === diverse).map(({ year, promoted: is }) => ({ time: Number(year), event: is === '1' })));
    const { test, state } = compareTimes([by('1'), by('0')]);
    expect([promoted.length, test.observed, state]).toEqual([1134, [31, 152], 'VALUE']);
    expect(test.chiSquared).toBeCloseTo(50.21778523105406, 8);
  });
});
