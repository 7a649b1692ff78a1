import fc from 'fast-check';
import { kaplanMeier, median, survivalAt } from './kaplan-meier.js';
import { lifeTable, lifeTableOf, totals, type Observation } from './life-table.js';
import { restrictedMean } from './restricted-mean.js';
import { PLACEBO, SIX_MP } from './six-mp.fixtures.js';

const steps = (observations: readonly Observation[]) => kaplanMeier(lifeTableOf(observations));
const observation = fc.record({ time: fc.integer({ min: 0, max: 30 }), event: fc.boolean() });
const observations = fc.array(observation, { minLength: 1, maxLength: 80 });

describe('6-MP in leukaemia', () => {
  it.each([
    [6, 21, 3, '0.8571', '0.0764', '0.7198', '1.0000'], [7, 17, 1, '0.8067', '0.0869', '0.6531', '0.9964'], [10, 15, 1, '0.7529', '0.0963', '0.5859', '0.9676'],
    [13, 12, 1, '0.6902', '0.1068', '0.5096', '0.9348'], [16, 11, 1, '0.6275', '0.1141', '0.4394', '0.8960'], [22, 7, 1, '0.5378', '0.1282', '0.3370', '0.8582'],
    [23, 6, 1, '0.4482', '0.1346', '0.2488', '0.8074'],
  ])('with it, week %d', (time, n, d, s, se, low, high) => {
    const found = steps(SIX_MP).find((step) => step.time === time)!;
    expect([found.atRisk, found.events, ...[found.survival, found.standardError!, found.interval!.low, found.interval!.high].map((value) => value.toFixed(4))]).toEqual([n, d, s, se, low, high]);
  });

  it('without it, every week', () =>
    expect(steps(PLACEBO).map(({ time, atRisk, events, survival }) => [time, atRisk, events, survival.toFixed(4)])).toEqual([
      [1, 21, 2, '0.9048'], [2, 19, 2, '0.8095'], [3, 17, 1, '0.7619'], [4, 16, 2, '0.6667'], [5, 14, 2, '0.5714'], [8, 12, 4, '0.3810'], [11, 8, 2, '0.2857'],
      [12, 6, 2, '0.1905'], [15, 4, 1, '0.1429'], [17, 3, 1, '0.0952'], [22, 2, 1, '0.0476'], [23, 1, 1, '0.0000'],
    ]));

  it('has no other steps, and no interval where the curve has come to 0', () => {
    expect(steps(SIX_MP)).toHaveLength(7);
    expect(steps(PLACEBO).at(-1)).toMatchObject({ standardError: null, interval: null });
  });

  it('has these medians', () => expect([median(steps(SIX_MP)), median(steps(PLACEBO))]).toEqual([23, 8]));

  it('has the area under the curve as its restricted mean', () => {
    const byHand = 6 + 0.857143 * 1 + 0.806723 * 3 + 0.752941 * 3 + 0.690196 * 3 + 0.627451 * 6 + 0.537815 * 1;
    expect(restrictedMean(steps(SIX_MP), 23).value).toBeCloseTo(byHand, 4);
    expect(restrictedMean(steps(PLACEBO), 23).value).toBeCloseTo(182 / 21, 10); // nobody censored: the plain mean
  });
});

describe('a curve', () => {
  it('is between 0 and 1, never rises, and its interval contains it', () =>
    fc.assert(fc.property(observations, (all) => {
      let before = 1;
      for (const { survival, interval } of steps(all)) {
        expect(survival >= 0 && survival < before).toBe(true);
        if (interval) expect(interval.low <= survival && survival <= interval.high && interval.low >= 0 && interval.high <= 1).toBe(true);
        before = survival;
      }
    })));

  it('does not depend on the order of rows, nor on whether they were counted before', () =>
    fc.assert(fc.property(observations, (all) => {
      expect(lifeTableOf([...all].reverse())).toEqual(lifeTableOf(all));
      expect(lifeTable(all.map(({ time, event }) => ({ time, events: event ? 1 : 0, censored: event ? 0 : 1 })))).toEqual(lifeTableOf(all));
    })));

  it('is the same with every person twice, with a narrower interval', () =>
    fc.assert(fc.property(observations, (all) => {
      const [once, twice] = [steps(all), steps([...all, ...all])];
      once.forEach(({ survival, interval }, at) => {
        expect(twice[at]!.survival).toBeCloseTo(survival, 12);
        if (interval && interval.high < 1) expect(twice[at]!.interval!.high - twice[at]!.interval!.low).toBeLessThan(interval.high - interval.low);
      });
    })));

  it('is the plain share where nobody is censored', () =>
    fc.assert(fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }), (times) => {
      const curve = steps(times.map((time) => ({ time, event: true })));
      for (const { time, survival } of curve) expect(survival).toBeCloseTo(times.filter((other) => other > time).length / times.length, 12);
    })));

  it('takes events before censorings at a tie', () => expect(steps([{ time: 5, event: true }, { time: 5, event: false }])).toMatchObject([{ time: 5, atRisk: 2, survival: 0.5 }]));

  it('is 1 before its first step, and stays where it is after the last', () =>
    expect([survivalAt(steps(SIX_MP), 5.9), survivalAt(steps(SIX_MP), 6), survivalAt(steps(SIX_MP), 100)].map((value) => value.toFixed(4))).toEqual(['1.0000', '0.8571', '0.4482']));

  it.each([[-1], [NaN], [Infinity]])('knows no time of %d', (time) => expect(() => lifeTableOf([{ time, event: true }])).toThrow(RangeError));

  it('knows no half people', () => expect(() => lifeTable([{ time: 1, events: 0.5, censored: 0 }])).toThrow(RangeError));

  it('has totals', () => expect([totals(lifeTableOf(SIX_MP)), totals([])]).toEqual([{ n: 21, events: 9, last: 35 }, { n: 0, events: 0, last: 0 }]));
});

describe('a median', () => {
  const at = (time: number, events: number) => ({ time, events, censored: 0 });
  it('is reached at exactly one half, where doubles say that it is not', () => {
    const curve = kaplanMeier(lifeTable([at(1, 7), at(2, 2), at(9, 9)]));
    expect(curve[1]!.survival).toBeGreaterThan(0.5);
    expect(median(curve)).toBe(2);
  });

  it('is reached at exactly one half after people were censored', () =>
    expect(median(kaplanMeier(lifeTable([{ time: 1, events: 6, censored: 9 }, { time: 2, events: 7, censored: 0 }, at(9, 11)])))).toBe(2)); // 27/33 · 11/18

  it('is not reached by a curve that stays above', () => expect([median(steps([{ time: 1, event: true }, { time: 2, event: false }, { time: 3, event: false }])), median([])]).toEqual([null, null]));

  it('is that of whole numbers, for any curve', () =>
    fc.assert(fc.property(observations, (all) => {
      const curve = steps(all);
      let [left, of] = [1n, 1n];
      const exact = curve.find(({ atRisk, events }) => {
        left *= BigInt(atRisk - events);
        of *= BigInt(atRisk);
        return 2n * left <= of;
      });
      expect(median(curve)).toBe(exact?.time ?? null);
    })));
});

describe('a restricted mean', () => {
  it('is τ where nothing happens before, and lies between 0 and τ', () => {
    expect(restrictedMean([], 12)).toEqual({ value: 12, variance: 0, tau: 12, interval: { method: 'NORMAL', low: 12, high: 12 } });
    fc.assert(fc.property(observations, fc.integer({ min: 1, max: 30 }), (all, tau) => {
      const { value, interval, variance } = restrictedMean(steps(all), tau);
      expect(value >= 0 && value <= tau + 1e-12 && variance >= 0 && interval.low <= value && value <= interval.high + 1e-12).toBe(true);
    }));
  });

  it('has the variance of the plain mean where nobody is censored (divided by n, not n − 1)', () => {
    const times = PLACEBO.map(({ time }) => time);
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
    const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length ** 2;
    expect(restrictedMean(steps(PLACEBO), 23).variance).toBeCloseTo(variance, 10);
  });

  it.each([0, -1, NaN, Infinity])('is none up to %d', (tau) => expect(() => restrictedMean([], tau)).toThrow(RangeError));
});
