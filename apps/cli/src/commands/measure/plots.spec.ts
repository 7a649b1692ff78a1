import { kaplanMeier, lifeTableOf, totals, type Observation } from '@vouchsafe/statistics';
import { PLACEBO, SIX_MP } from '@vouchsafe/statistics/testing';
import { intervalPlot } from './interval-plot.js';
import { canvasOf, inOneLine } from './lay-out.js';
import { stepPlot } from './step-plot.js';

const curve = (name: string, observations: readonly Observation[]) => ({ name, steps: kaplanMeier(lifeTableOf(observations)), last: totals(lifeTableOf(observations)).last });

describe('a plot of curves', () => {
  it('steps down from 100 %, each curve up to its own last time, with a legend', () => expect(stepPlot([curve('6-MP', SIX_MP), curve('placebo', PLACEBO)], { width: 44, colour: false })).toEqual([
    '  100 % │+●●●●●',
    '        │ ○    ●',
    '        │  ○   ●●●●',
    '   75 % │   ○      ●●●',
    '        │    ○        ●●●●●●●●●',
    '        │     ○○○              ●',
    '   50 % │        ○             ●',
    '        │        ○○○            ●●●●●●●●●●●●',
    '        │           ○',
    '   25 % │           ○',
    '        │            ○○○○○',
    '        │                 ○○○○○',
    '    0 % │                      ○',
    '        └───────────────────────────────────',
    '        0                                 35',
    '         ● 6-MP   ○ placebo   + several',
  ]));

  it('keeps within its width, with a colour for each curve only where colour is wanted', () => {
    const two = [curve('6-MP', SIX_MP), curve('placebo', PLACEBO)];
    for (const width of [40, 80, 100]) expect(Math.max(...stepPlot(two, { width, colour: false }).map((line) => line.length))).toBe(width);
    expect(stepPlot(two, { width: 80, colour: false }).join('')).not.toContain('\u001B');
    const colours = stepPlot(two, { width: 80, colour: true }).join('\n');
    expect(colours).toContain('\u001B[34m●\u001B[0m');
    expect(colours.replace(/\u001B\[\d+m/g, '')).toBe(stepPlot(two, { width: 80, colour: false }).join('\n'));
  });

  it('is none of nobody, nor of more curves than there are marks', () => {
    expect(stepPlot([curve('nobody', [])], { width: 80, colour: false })).toEqual([]);
    expect(stepPlot(Array.from({ length: 9 }, (_, at) => curve(String(at), SIX_MP)), { width: 80, colour: false })).toEqual([]);
    expect(stepPlot([curve('at once', [{ time: 0, event: true }])], { width: 80, colour: false })).toEqual([]);
  });
});

it('a plot of intervals stands between 0 and 100 %', () => {
  const lines = intervalPlot([{ name: 'a', rate: 0, interval: { method: 'WILSON', low: 0, high: 0.5 } }, { name: 'bb', rate: 1, interval: { method: 'WILSON', low: 0.5, high: 1 } }], { width: 40, colour: false });
  expect(lines).toEqual([
    'a     0.0 % │●────────────┤',
    'bb  100.0 % │             ├───────────●',
    '            └──────────────────────────',
    '             0                    100 %',
  ]);
});

it.each([
  [{}, {}, { width: 80, colour: false }], [{ isTTY: true, columns: 132 }, {}, { width: 100, colour: true }], [{ isTTY: true, columns: 20 }, { NO_COLOR: '1' }, { width: 40, colour: false }],
  [{}, { COLUMNS: '72' }, { width: 72, colour: false }], [{}, { COLUMNS: 'wide' }, { width: 80, colour: false }], [{ isTTY: true }, { NO_COLOR: '' }, { width: 80, colour: true }],
])('a terminal %j with %j is a canvas of %j', (stream, env, expected) => expect(canvasOf(stream, env)).toEqual(expected));

it('a figure is one line, whatever its state', () => expect([
  inOneLine({ state: 'NOT_APPLICABLE' }), inOneLine({ state: 'TOO_FEW', n: [1_200, 3] }), inOneLine({ state: 'VALUE', value: 0.5, unit: 'INDEX', interval: null, n: [4], kind: null }),
  inOneLine({ state: 'NOT_DISTINGUISHABLE', value: 0.1, unit: 'SHARE', interval: { method: 'NEWCOMBE', low: -0.1, high: 0.3 }, n: [4, 5], kind: 'ABSOLUTE' }),
]).toEqual(['–', 'too few to judge (n 1,200 and 3)', '0.5000', '0.1000, -0.1000 to 0.3000 (Newcombe), not distinguishable from no difference']));
