// What a person reads, line by line.
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { auditInWords, measureAudit } from './audit.js';
import { people, smallestRevealed } from './lay-out.js';
import { aFile } from './measure.fixtures.js';
import { measureSurvival, survivalInWords } from './survival.js';

const CANVAS = { width: 40, colour: false };
const written: string[] = [];
const file = async (text: string): Promise<string> => {
  const path = await aFile(text);
  written.push(dirname(path));
  return path;
};
afterAll(() => Promise.all(written.map((folder) => rm(folder, { recursive: true, force: true }))));

const survival = async (text: string, group?: string): Promise<string[]> => survivalInWords(await measureSurvival(await file(text), { time: 't', event: 'e', ...(group === undefined ? {} : { group }) }), CANVAS);

it('survival of everybody', async () => {
  const [first, ...lines] = await survival('t,e\n1,1\n2,1\n2,0\n3,1\n4,1\n5,1\n');
  expect(first).toMatch(/people\.csv: 6 people; time "t", event "e"\.$/);
  expect(lines).toEqual([
    '', 'Everybody: 6 people, 5 with the event',
    'time  n  d       S       SE  95 % (Greenwood, log)',
    '────  ─  ─  ──────  ───────  ─────────────────────',
    '1     6  1  0.8333  0.15215       0.5827 to 1.0000',
    '2     5  1  0.6667  0.19245       0.3786 to 1.0000',
    '3     3  1  0.4444  0.22222       0.1668 to 1.0000',
    '4     2  1  0.2222  0.19245       0.0407 to 1.0000',
    '5     1  1  0.0000        –                      –',
    'median 3.0000',
    'restricted mean up to 5: 3.1667, 2.0169 to 4.3164 (normal)', '',
    'Share without the event, by t',
    '  100 % │●●●●●●', '        │      ●', '        │      ●●●●●●', '   75 % │            ●', '        │            ●●●●●●', '        │                  ●', '   50 % │                  ●',
    '        │                  ●●●●●●', '        │                        ●', '   25 % │                        ●●●●●●', '        │                              ●', '        │                              ●', '    0 % │                              ●',
    '        └───────────────────────────────', '        0                              5',
  ]);
});

it('a long curve by sixty of its steps, the first and the last among them', async () => {
  const lines = await survival(`t,e\n${Array.from({ length: 200 }, (_, at) => `${at + 1},1`).join('\n')}`);
  const steps = lines.filter((line) => /^\d+ +\d+  1  /.test(line));
  expect([steps.length, steps[0]!.split(' ')[0], steps.at(-1)!.split(' ')[0], new Set(steps).size]).toEqual([60, '1', '200', 60]);
  expect(lines).toContain('60 of 200 steps are shown; --json has all of them.');
});

it('curves that nothing can be said of: too few, or nobody watched for any time', async () => {
  expect(await survival('t,e,g\n1,1,a\n2,0,a\n3,1,b\n', 'g')).toEqual(expect.arrayContaining(['median too few to judge (n 2)', 'The curves: too few to judge.', 'Difference of the restricted means, a less b (absolute): too few to judge (n 2 and 1)']));
  const atOnce = await survival('t,e\n0,1\n0,1\n0,0\n0,1\n0,1\n0,1\n');
  expect(atOnce).toContain('restricted mean: –');
  expect(atOnce.join('\n')).not.toContain('Share without the event');
});

it('an audit with several looks', async () => {
  const group = (name: string, selected: number, n: number): string[] => Array.from({ length: n }, (_, at) => `${name},${at < selected ? 1 : 0}`);
  const text = async (others: readonly string[]): Promise<string[]> => {
    const path = await file(['g,s', ...group('best', 60, 100), ...others.flatMap((name) => group(name, 45, 100))].join('\n'));
    return auditInWords(await measureAudit(path, { group: 'g', selected: 's' }), CANVAS);
  };
  const six = await text(['1', '2', '3', '4', '5', '6']);
  expect(six).toEqual(expect.arrayContaining([
    'best        60  100  60.0 %  0.5020 to 0.6906', 'best   60.0 % │            ├─●─┤', 'Against best, the group with the highest rate',
    'g  impact ratio       95 % (Katz)  below 4/5        z  Fisher p  Holm p  smallest expected              verdict',
    '1        0.7500  0.5729 to 0.9819        yes  -2.1240    0.0472  0.2830            47.5000  NOT_DISTINGUISHABLE',
    "6 groups were compared: Holm's correction decides, and the plain p is printed beside it.", '1: Below four-fifths, but not distinguishable from no difference.',
    '  absolute difference -0.1500, -0.2804 to -0.0117 (Newcombe), not distinguishable from no difference',
    '  The smallest difference that so many people would reveal 8 times in 10: 18.2 percentage points.',
  ]));
  const five = await text(['1', '2', '3', '4', '5']);
  expect(five.join('\n')).not.toMatch(/Holm|Under 2 %/);
  expect(five).toContain('1        0.7500  0.5729 to 0.9819        yes  -2.1240    0.0472            47.5000  FINDING');
  expect(await text([])).toContain('There is no group to compare with best.');
});

it('one person and several, and a difference that nobody would see', () => {
  expect([people(1), people(0), people(1_234)]).toEqual(['1 person', '0 people', '1,234 people']);
  expect(smallestRevealed(null)).toBe('So few people would reveal no difference 8 times in 10.');
});
