import fc from 'fast-check';
import { relativeError } from '../relative-error.fixtures.js';
import { contains, type Interval } from '../figure/interval.js';
import type { Arm } from './arm.js';
import { exactPoisson } from './exact-poisson.js';
import { katz } from './katz.js';
import { newcombe } from './newcombe.js';
import { pooledZ } from './pooled-z.js';
import { poissonRateRatio } from './poisson-rate-ratio.js';
import { wilson } from './wilson.js';

const arm = (count: number, n: number): Arm => ({ count, n });
const printed = ({ low, high }: Interval): string[] => [low.toFixed(4), high.toFixed(4)];
const width = ({ low, high }: Interval): number => high - low;
const anArm = fc.integer({ min: 1, max: 5_000 }).chain((n) => fc.integer({ min: 0, max: n }).map((count) => ({ count, n })));

describe('the interval of a share', () => {
  it.each([[81, 263, '0.2553', '0.3662'], [15, 148, '0.0624', '0.1605']])('Wilson: %d of %d, as Newcombe (1998) prints it', (count, n, low, high) =>
    expect(printed(wilson(arm(count, n)))).toEqual([low, high]));

  it('contains its share, stays within 0 and 1, and narrows with more people of the same rate', () =>
    fc.assert(fc.property(anArm, fc.integer({ min: 2, max: 9 }), ({ count, n }, times) => {
      const interval = wilson({ count, n });
      expect(contains(interval, count / n) && interval.low >= 0 && interval.high <= 1).toBe(true);
      expect(width(wilson({ count: count * times, n: n * times }))).toBeLessThan(width(interval));
    })));

  it('of the others is the mirror of it', () =>
    fc.assert(fc.property(anArm, ({ count, n }) => {
      expect(wilson({ count: n - count, n }).low).toBeCloseTo(1 - wilson({ count, n }).high, 12);
    })));

  it.each([[1, 0], [2, 1], [-1, 3], [0.5, 1], [NaN, 1]])('is none for %d of %d', (count, n) => expect(() => wilson(arm(count, n))).toThrow(RangeError));
});

describe('the interval of a difference', () => {
  it('Newcombe: 56/70 − 48/80, as Newcombe (1998) prints it', () => expect(printed(newcombe(arm(56, 70), arm(48, 80)))).toEqual(['0.0524', '0.3339']));

  it('contains the difference, stays within −1 and 1, changes its sign with the groups, and narrows with more people', () =>
    fc.assert(fc.property(anArm, anArm, (one, other) => {
      const interval = newcombe(one, other);
      expect(contains(interval, one.count / one.n - other.count / other.n)).toBe(true);
      expect(interval.low >= -1 - 1e-12 && interval.high <= 1 + 1e-12).toBe(true);
      expect(newcombe(other, one).low).toBeCloseTo(-interval.high, 12);
      expect(width(newcombe({ count: one.count * 4, n: one.n * 4 }, { count: other.count * 4, n: other.n * 4 }))).toBeLessThan(width(interval));
    })));
});

describe('the interval of a ratio', () => {
  it('Katz: 12/40 against 48/80', () => {
    const { value, interval } = katz(arm(12, 40), arm(48, 80))!;
    expect([value, ...printed(interval)]).toEqual([0.5, '0.3014', '0.8294']);
  });

  it('is none where nobody had it', () => expect([katz(arm(0, 40), arm(48, 80)), katz(arm(12, 40), arm(0, 80))]).toEqual([null, null]));

  it('contains the ratio, and is its reciprocal the other way round', () =>
    fc.assert(fc.property(anArm, anArm, (one, other) => {
      const ratio = katz(one, other);
      fc.pre(ratio !== null);
      expect(contains(ratio.interval, ratio.value)).toBe(true);
      expect(katz(other, one)!.interval.low * ratio.interval.high).toBeCloseTo(1, 10);
    })));
});

describe('a rate of events', () => {
  it.each([[10, '0.1199', '0.4598'], [0, '0.0000', '0.0922']])('exact Poisson: %d in 40 months', (events, low, high) => expect(printed(exactPoisson(events, 40))).toEqual([low, high]));

  // 95 % limits of an observed 1, 5 and 100: SciPy's chi2.ppf and chi2.isf.
  it.each([[1, 0.025317807984289876, 5.571643390938898], [5, 1.6234863901184207, 11.66833207932267], [100, 81.36399125092314, 121.62679379242638]])('exact Poisson: %d', (events, low, high) => {
    const found = exactPoisson(events, 1);
    expect(relativeError(found.low, low)).toBeLessThan(1e-12);
    expect(relativeError(found.high, high)).toBeLessThan(1e-12);
  });

  it('contains the rate, and narrows with more months of the same rate', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000 }), fc.double({ min: 0.1, max: 1e4, noNaN: true }), (events, months) => {
      const interval = exactPoisson(events, months);
      expect(contains(interval, events / months)).toBe(true);
      expect(width(exactPoisson(events * 3, months * 3))).toBeLessThan(width(interval));
    }), { numRuns: 50 }));

  it.each([[-1, 1], [0.5, 1], [1, 0], [1, Infinity]])('is none for %d in %d', (events, months) => expect(() => exactPoisson(events, months)).toThrow(RangeError));

  it("is compared with another exactly: 11 in 800 against 23 in 3,011, by SciPy's beta.ppf", () => {
    const { value, interval } = poissonRateRatio({ events: 11, exposure: 800 }, { events: 23, exposure: 3011 })!;
    expect([value.toFixed(6), interval.low.toFixed(7), interval.high.toFixed(6)]).toEqual(['1.800054', '0.7922051', '3.843863']);
    expect(poissonRateRatio({ events: 1, exposure: 1 }, { events: 0, exposure: 1 })).toBeNull();
    expect(poissonRateRatio({ events: 0, exposure: 1 }, { events: 4, exposure: 1 })!.interval.low).toBe(0);
  });
});

describe('the z test', () => {
  it.each([[12, 40, 48, 80, '-3.0984', '0.00195'], [1, 10, 3, 20, '-0.3798', '0.70411']])('%d/%d against %d/%d', (a, n1, b, n2, z, p) => {
    const found = pooledZ(arm(a, n1), arm(b, n2))!;
    expect([found.z.toFixed(4), found.p.toFixed(5)]).toEqual([z, p]);
  });

  it('changes sign with the groups and keeps p', () =>
    fc.assert(fc.property(anArm, anArm, (one, other) => {
      const found = pooledZ(one, other);
      fc.pre(found !== null);
      expect(pooledZ(other, one)).toEqual({ z: -found.z + 0, p: found.p });
    })));

  it('has nothing to test where all or none had it', () => expect([pooledZ(arm(0, 3), arm(0, 4)), pooledZ(arm(3, 3), arm(4, 4))]).toEqual([null, null]));
});
