// The command as a person runs it: an auditor's own file in, every figure out.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMISSIONS, PLACEBO, SIX_MP } from '@vouchsafe/statistics/testing';
import { aFile, printed, vouchsafe } from './measure.fixtures.js';

jest.setTimeout(180_000); // some start processes, on a machine that may be busy

const written: string[] = [];
const file = async (...args: Parameters<typeof aFile>): Promise<string> => {
  const path = await aFile(...args);
  written.push(dirname(path));
  return path;
};
afterAll(() => Promise.all(written.map((folder) => rm(folder, { recursive: true, force: true }))));

const json = async (args: readonly string[]) => JSON.parse(await printed([...args, '--json'])); // throws unless it is exactly one document

const FOLDER = fileURLToPath(new URL('../../../../../../shared/data/reference/', import.meta.url));
const isHere = existsSync(FOLDER);
if (!isHere) process.stderr.write(`Skipped: the reference data of people analytics are not at ${FOLDER}\n`);

const remission = (): Promise<string> => file([
  'weeks,relapse,arm', ...SIX_MP.map(({ time, event }) => `${time},${event ? 'TRUE' : 'FALSE'},6-MP`), ...PLACEBO.map(({ time, event }) => `${time},${event ? 'yes' : 'no'},"placebo, or none"`), '',
].join('\r\n'));

describe('measure survival', () => {
  it('reproduces 6-MP in leukaemia, from a file with a byte-order mark, quotes and other line ends', async () => {
    const path = await remission();
    const found = await json(['measure', 'survival', path, '--time', 'weeks', '--event', 'relapse', '--group', 'arm']);
    expect(found).toMatchObject({
      command: 'measure survival', input: { file: path, rows: 42, digest: expect.stringMatching(/^[0-9a-f]{64}$/), time: 'weeks', event: 'relapse', group: 'arm' }, tau: 23,
      groups: [
        { group: '6-MP', n: 21, events: 9, last: 35, median: { state: 'VALUE', value: 23 }, restrictedMean: { state: 'VALUE', unit: 'TIME' } },
        { group: 'placebo, or none', n: 21, events: 21, last: 23, median: { value: 8 } },
      ],
      comparison: {
        test: 'LOG_RANK', state: 'VALUE', chiSquared: expect.closeTo(16.7929, 4), degrees: 1, p: expect.closeTo(4.17e-5, 7),
        groups: [{ group: '6-MP', observed: 9, expected: expect.closeTo(19.2505, 4), variance: expect.closeTo(6.257, 4) }, { observed: 21 }],
        restrictedMeanDifference: { state: 'VALUE', kind: 'ABSOLUTE', n: [21, 21] },
      },
    });
    expect(found.groups[0].curve[0]).toEqual({ time: 6, n: 21, d: 3, survival: expect.closeTo(0.8571, 4), standardError: expect.closeTo(0.0764, 4), low: expect.closeTo(0.7198, 4), high: 1, method: 'GREENWOOD_LOG' });
    expect(found.groups[1].curve.at(-1)).toMatchObject({ time: 23, survival: 0, standardError: null, low: null });
    expect(found.groups[0]).not.toHaveProperty('steps');
  });

  it('shows tables, a plot as wide as asked, and words; without colour where there is no terminal', async () => {
    const { status, out, err } = await vouchsafe(['measure', 'survival', await remission(), '--time', 'weeks', '--event', 'relapse', '--group', 'arm'], { COLUMNS: '60' });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('7     17  1  0.8067  0.08694       0.6531 to 0.9964');
    expect(out).toContain('χ² 16.7929 on 1 degree of freedom, p < 0.0001: distinguishable from no difference.');
    const plot = out.split('\n').filter((line) => /[│└]/.test(line));
    expect(plot).toHaveLength(14);
    expect(Math.max(...plot.map((line) => line.length))).toBe(60);
    expect(out).not.toContain('\u001B');
  });

  it('tests more than two groups together, and judges nothing under five events', async () => {
    const three = await file(`t;e;g\n${['a', 'b', 'c'].flatMap((group, shift) => [1, 2, 3].map((time) => `${time + shift};1;${group}`)).join('\n')}\n`);
    expect((await json(['measure', 'survival', three, '--time', 't', '--event', 'e', '--group', 'g'])).comparison).toMatchObject({ degrees: 2, restrictedMeanDifference: null, groups: [{ group: 'a' }, { group: 'b' }, { group: 'c' }] });
    const few = await printed(['measure', 'survival', await file('t,e,g\n1,1,a\n2,1,a\n3,0,a\n2,0,b\n4,1,b\n'), '--time', 't', '--event', 'e', '--group', 'g']);
    expect(few).toContain('too few to judge');
    expect(few).not.toMatch(/p [0-9<]/);
  });

  (isHere ? it : it.skip)("reproduces the printed table of McNulty's people data", async () => {
    const found = await json(['measure', 'survival', `${FOLDER}job_retention.csv`, '--time', 'month', '--event', 'left', '--group', 'gender']);
    expect(found.groups[0].curve.find(({ time }: { time: number }) => time === 6)).toMatchObject({ n: 940, d: 51, survival: expect.closeTo(0.819, 3), standardError: expect.closeTo(0.01154, 5), low: expect.closeTo(0.797, 3), high: expect.closeTo(0.842, 3) });
    expect(found.comparison).toMatchObject({ state: 'NOT_DISTINGUISHABLE', chiSquared: expect.closeTo(0.9013, 4), p: expect.closeTo(0.3424, 4) });
  });
});

describe('measure audit', () => {
  const admissions = (): Promise<string> => file(['sex,department,admitted', ...ADMISSIONS.flatMap(({ name, one, other }) => [['men', one], ['women', other]].flatMap(([sex, arm]) => {
    const { count, n } = arm as typeof one;
    return Array.from({ length: n }, (_, at) => `${String(sex)},${name},${at < count ? 1 : 0}`);
  }))].join('\n'));

  it('shows the crude verdict beside the one within strata, and says that they disagree', async () => {
    const path = await admissions();
    const args = ['measure', 'audit', path, '--group', 'sex', '--selected', 'admitted', '--stratum', 'department'];
    const found = await json(args);
    expect(found).toMatchObject({
      command: 'measure audit', input: { rows: 4526, strata: ['department'] }, reference: 'men', looks: 1, left: [],
      groups: [{ group: 'men', selected: 1198, n: 2691, rate: { state: 'VALUE', value: expect.closeTo(0.4452, 4) } }, { group: 'women', selected: 557, n: 1835 }],
    });
    expect(found.comparisons[0]).toMatchObject({
      group: 'women', impactRatio: expect.closeTo(0.6818, 4), isBelowFourFifths: true, verdict: 'FINDING', corrected: null, absolute: { kind: 'ABSOLUTE', state: 'VALUE' }, relative: { kind: 'RELATIVE' },
      stratified: {
        oddsRatio: { state: 'NOT_DISTINGUISHABLE', value: expect.closeTo(1 / 0.9047, 3) }, test: { chiSquared: expect.closeTo(1.4269, 4), p: expect.closeTo(0.2323, 4) },
        difference: { state: 'NOT_DISTINGUISHABLE', value: expect.closeTo(0.00109, 5), interval: { low: expect.closeTo(-0.0299, 4), high: expect.closeTo(0.0321, 4) } },
        dropped: [], disagreement: expect.stringContaining('among people of the same stratum'),
      },
    });
    const out = await printed(args);
    expect(out).toMatch(/women +0\.6818 +0\.\d{4} to 0\.\d{4} +yes +-\d+\.\d{4} +< 0\.0001 +\d+\.\d{4} +FINDING/);
    expect(out).toMatch(/within strata, odds ratio 1\.10\d\d, .* \(Robins–Breslow–Greenland\), not distinguishable from no difference; χ² 1\.4269, p 0\.2323/);
    expect(out).toContain('The crude figures differ; among people of the same stratum the difference is not distinguishable from none.');
  });

  it('shows no ratio and no p of too few people, and warns of a crude verdict', async () => {
    const few = await file(`g,s\n${[...Array.from({ length: 10 }, (_, at) => `a,${at < 1 ? 'yes' : 'no'}`), ...Array.from({ length: 20 }, (_, at) => `b,${at < 3 ? 'yes' : 'no'}`)].join('\n')}`);
    const out = await printed(['measure', 'audit', few, '--group', 'g', '--selected', 's']);
    expect(out).toMatch(/^a +– +– +yes +– +– +1\.3333 +TOO_FEW$/m);
    expect(out).toContain('a: Below four-fifths, but too few to judge.');
    expect(out).toContain('These verdicts are crude');
  });
});

describe('measure proportion', () => {
  it('of one group', async () => expect(await json(['measure', 'proportion', '81', '263'])).toEqual({
    command: 'measure proportion', input: { rows: 1, x: 81, n: 263 }, comparison: null,
    rates: [{ state: 'VALUE', value: 81 / 263, unit: 'SHARE', n: [263], kind: null, interval: { method: 'WILSON', low: expect.closeTo(0.2553, 4), high: expect.closeTo(0.3662, 4) } }],
  }));

  it('of two', async () => {
    expect((await json(['measure', 'proportion', '12', '40', '48', '80'])).comparison).toMatchObject({
      state: 'VALUE', ratio: 0.5, ratioInterval: { low: expect.closeTo(0.3014, 4), high: expect.closeTo(0.8294, 4) }, z: { z: expect.closeTo(-3.0984, 4), p: expect.closeTo(0.00195, 5) },
      fisher: expect.closeTo(0.003409, 6), smallestExpected: 20, absolute: { kind: 'ABSOLUTE' }, relative: { kind: 'RELATIVE', value: -0.5 },
    });
    const out = await printed(['measure', 'proportion', '30', '100', '40', '100']);
    expect(out).toContain('Compared: not distinguishable from no difference.');
    expect(out).toMatch(/reveal 8 times in 10: 18\.2 percentage points\./);
  });
});

describe('what cannot be measured', () => {
  it('is refused with a name and a sentence, in JSON too', async () => {
    const { status, out, err } = await vouchsafe(['measure', 'survival', await file('t,e\n1,1\n\nsoon,1\n'), '--time', 't', '--event', 'e', '--json']);
    const message = 'Line 4, column "t": "soon" is no length of time. It must be a number from 0, written like 12 or 7.5.';
    expect({ status, err, refusal: JSON.parse(out) }).toEqual({ status: 3, err: `TimeIsNotANumber: ${message}\n`, refusal: { refusal: { name: 'TimeIsNotANumber', message } } });
  });

  it('is wrong usage where the file is not there, and nothing else is printed', async () =>
    expect(await vouchsafe(['measure', 'survival', 'nowhere.csv', '--time', 't', '--event', 'e', '--json'])).toEqual({ status: 2, out: '', err: 'There is no file nowhere.csv.\n' }));

  it('is wrong usage where a number is none', async () =>
    expect(await vouchsafe(['measure', 'proportion', '1.5', '2'])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('must be a whole number') }));

  it.each([[['3', '2'], '3 of 2 cannot be'], [['1', '2', '3'], 'A second group needs both numbers']])('%j are no counts', async (args, said) =>
    expect(printed(['measure', 'proportion', ...args])).rejects.toThrow(said));
});

it('--help documents the JSON', async () => {
  const { status, out } = await vouchsafe(['measure', 'survival', '--help']);
  expect([status, out]).toEqual([0, expect.stringContaining('--json: { command: "measure survival", input: { file, rows, digest, time, event, group }, tau,')]);
});

it('--json is one document on standard output, and nothing else anywhere', async () => {
  const { status, out, err } = await vouchsafe(['measure', 'proportion', '81', '263', '--json']);
  expect({ status, err, document: JSON.parse(out) }).toEqual({ status: 0, err: '', document: await json(['measure', 'proportion', '81', '263']) });
});
