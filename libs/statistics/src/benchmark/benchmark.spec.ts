import fc from 'fast-check';
import { seededBits } from './seeded-bits.fixtures.js';
import { bernoulli, bernoulliExp } from './bernoulli.js';
import { clampToBound, failingPrecondition } from './clamp.js';
import { discreteLaplace, drawDiscreteLaplace, noiseReach } from './discrete-laplace.js';
import { epsilon, epsilonValue, splitEvenly } from './epsilon.js';
import { noisedArm, noisedRate } from './noised-rate.js';
import { below } from './random-bits.js';

const often = <Value>(times: number, draw: () => Value): Map<Value, number> => {
  const counts = new Map<Value, number>();
  for (let at = 0; at < times; at += 1) {
    const value = draw();
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};
/** Five standard errors of a share: with one seed, a draw beyond would be a wrong formula. */
const near = (share: number, times: number): number => 5 * Math.sqrt((share * (1 - share)) / times);

describe('what is drawn', () => {
  const TIMES = 10_000;

  it('below a bound is each number as often', () => {
    const bit = seededBits(1);
    const counts = often(TIMES, () => below(5, bit));
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4]);
    for (const count of counts.values()) expect(Math.abs(count / TIMES - 0.2)).toBeLessThan(near(0.2, TIMES));
    expect(below(1, () => { throw new Error('no bit is needed'); })).toBe(0);
  });

  it.each([[1, 3, 1 / 3], [0, 7, 0], [7, 7, 1]])('is true %d times in %d', (numerator, denominator, share) => {
    const bit = seededBits(2);
    const found = (often(TIMES, () => bernoulli(numerator, denominator, bit)).get(true) ?? 0) / TIMES;
    expect(Math.abs(found - share)).toBeLessThanOrEqual(near(share, TIMES));
  });

  it.each([[0, 1], [1, 4], [1, 2], [9, 10], [1, 1]])('is true with e^(−%d/%d)', (numerator, denominator) => {
    const bit = seededBits(3);
    const share = Math.exp(-numerator / denominator);
    const found = (often(TIMES, () => bernoulliExp(numerator, denominator, bit)).get(true) ?? 0) / TIMES;
    expect(Math.abs(found - share)).toBeLessThanOrEqual(near(share, TIMES));
  });

  it.each([[1, 2], [1, 4], [2, 3], [7, 10], [3, 1]])('as noise for ε = %d/%d has the probabilities of a discrete Laplace', (numerator, denominator) => {
    const bit = seededBits(4);
    const { probability, variance } = discreteLaplace(numerator / denominator);
    const counts = often(TIMES, () => drawDiscreteLaplace(epsilon(numerator, denominator), bit));
    for (let j = -3; j <= 3; j += 1) expect(Math.abs((counts.get(j) ?? 0) / TIMES - probability(j))).toBeLessThan(near(probability(j), TIMES));
    const square = [...counts].reduce((sum, [j, count]) => sum + j * j * count, 0) / TIMES;
    expect(Math.abs(square / variance - 1)).toBeLessThan(0.2);
    expect([...counts.keys()].every((j) => Number.isSafeInteger(j) && !Object.is(j, -0))).toBe(true);
  });

  it('needs whole numbers', () => {
    expect(() => below(0, seededBits(1))).toThrow(RangeError);
    expect(() => bernoulliExp(3, 2, seededBits(1))).toThrow(RangeError);
    expect(() => epsilon(0.1, 1)).toThrow(RangeError);
    expect(() => epsilon(1, 0)).toThrow(RangeError);
  });
});

describe('the discrete Laplace distribution', () => {
  it('with ε = ln 2', () => {
    const { probability, variance } = discreteLaplace(Math.LN2);
    expect([0, 1, 2, 3].map(probability)).toEqual([1 / 3, 1 / 6, 1 / 12, 1 / 24].map((share) => expect.closeTo(share, 14)));
    expect([probability(-1), variance]).toEqual([expect.closeTo(1 / 6, 14), expect.closeTo(4, 12)]);
  });

  it('with ε = 0.5 reaches within ±6 in 0.9624 and within ±5 in 0.9380', () => {
    const { beyond, reach } = discreteLaplace(0.5);
    expect([(1 - beyond(6)).toFixed(4), (1 - beyond(5)).toFixed(4), reach(0.05), reach(0.0621)]).toEqual(['0.9624', '0.9380', 6, 5]);
  });

  it('reaches as far as its tail says, and no farther', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 999 }), (numerator, thousandths) => {
      const { beyond, reach } = discreteLaplace(numerator / 100);
      const m = reach(thousandths / 1_000);
      expect(beyond(m) <= thousandths / 1_000 && (m === 0 || beyond(m - 1) > thousandths / 1_000)).toBe(true);
    })));

  it('adds up to 1', () => {
    const { probability, beyond } = discreteLaplace(0.3);
    const within = Array.from({ length: 41 }, (_, at) => probability(at - 20)).reduce((sum, share) => sum + share, 0);
    expect(within + beyond(20)).toBeCloseTo(1, 12);
  });

  it('hides less with a larger ε: one person changes no probability by more than e^ε', () => {
    const { probability } = discreteLaplace(0.5);
    for (let j = -20; j <= 20; j += 1) expect(probability(j) / probability(j + 1)).toBeLessThanOrEqual(Math.exp(0.5) * (1 + 1e-12));
  });
});

it('spends ε = 0.1 over two questions as 0.05 each', () => expect(epsilonValue(splitEvenly(epsilon(1, 10), 2))).toBe(0.05));

describe('a noised rate', () => {
  const HALF = epsilon(1, 2);
  const m = noiseReach(epsilon(1, 4), 0.025);

  it('spends half on either count: its reach is that of ε/4 where ε is a half', () => expect([m, discreteLaplace(0.25).reach(0.025)]).toEqual([15, 15]));

  it('lies in its interval, within 0 and 1, however the noise fell', () =>
    fc.assert(fc.property(fc.integer({ min: -60, max: 400 }), fc.integer({ min: -60, max: 400 }), (count, n) => {
      const found = noisedRate({ count, n }, HALF);
      if (n - m < 50) return expect(found).toEqual({ state: 'TOO_FEW', n: [n] });
      if (found.state !== 'VALUE' || !found.interval) throw new Error('a value was expected');
      const { value, interval: { low, high, method } } = found;
      return expect([method, low <= value && value <= high, low >= 0 && high <= 1]).toEqual(['NOISE', true, true]);
    })));

  it('holds the exact rate 95 times in 100 or more', () => {
    const bit = seededBits(5);
    const pooled = { count: 120, n: 400 };
    const held = often(2_000, () => {
      const found = noisedRate(noisedArm(pooled, HALF, bit), HALF);
      return 'interval' in found && found.interval!.low <= 0.3 && 0.3 <= found.interval!.high;
    }).get(true)!;
    expect(held).toBeGreaterThan(1_900);
  });

  it('has the numbers of its formula', () => expect(noisedRate({ count: 60, n: 200 }, HALF)).toEqual({
    state: 'VALUE', value: 0.3, unit: 'SHARE', n: [200], kind: null, interval: { method: 'NOISE', low: 45 / 215, high: 75 / 185 },
  }));
});

describe('a bound', () => {
  it('cuts the people of an organization and keeps its rate', () => expect([clampToBound({ count: 300, n: 400 }, 200), clampToBound({ count: 3, n: 4 }, 200)]).toEqual([{ count: 150, n: 200 }, { count: 3, n: 4 }]));

  it('lets one person move each count by one at most', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_000 }), fc.nat(3_000), fc.boolean(), fc.integer({ min: 1, max: 2_000 }), (n, some, isOne, bound) => {
      const count = Math.min(n, some);
      const [before, after] = [clampToBound({ count, n }, bound), clampToBound({ count: count + (isOne ? 1 : 0), n: n + 1 }, bound)];
      expect(Math.abs(after.count - before.count) <= 1 && Math.abs(after.n - before.n) <= 1 && after.count <= after.n).toBe(true);
    })));

  it.each([0, -1, 1.5])('of %d is none', (bound) => expect(() => clampToBound({ count: 1, n: 2 }, bound)).toThrow(RangeError));

  it('and five organizations of a quarter at most are asked for', () => expect([
    failingPrecondition([10, 10, 10, 10]), failingPrecondition([10, 10, 10, 10, 0]), failingPrecondition([10, 10, 10, 10, 10]),
    failingPrecondition([25, 20, 20, 20, 15]), failingPrecondition([26, 20, 20, 20, 14]),
  ]).toEqual(['FewerThanFiveOrganizations', 'FewerThanFiveOrganizations', null, null, 'OneHasMoreThanAQuarter']));
});
