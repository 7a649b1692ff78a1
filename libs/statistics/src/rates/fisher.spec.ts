import fc from 'fast-check';
import type { Arm } from './arm.js';
import { fisherExact } from './fisher.js';

const table = (a: number, b: number, c: number, d: number): [Arm, Arm] => [{ count: a, n: a + b }, { count: c, n: c + d }];
const aCell = fc.integer({ min: 0, max: 60 });

const choose = (n: bigint, k: bigint): bigint => {
  let product = 1n;
  for (let i = 1n; i <= k; i += 1n) product = (product * (n - k + i)) / i;
  return product;
};
/** The definition, in whole numbers. */
const byDefinition = (a: number, b: number, c: number, d: number): number => {
  const [one, other, hits] = [BigInt(a + b), BigInt(c + d), BigInt(a + c)];
  let extreme = 0n;
  for (let k = hits > other ? hits - other : 0n; k <= one && k <= hits; k += 1n) {
    const ways = choose(one, k) * choose(other, hits - k);
    if (ways <= choose(one, BigInt(a)) * choose(other, BigInt(c))) extreme += ways;
  }
  return Number((extreme * 10n ** 18n) / choose(one + other, hits)) / 1e18;
};

it.each([
  ['tea (Fisher, 1935)', 3, 1, 1, 3, 6, '0.485714'], ["twins' convictions (documentation of R)", 2, 10, 15, 3, 7, '0.0005367'],
  ['12/40 against 48/80', 12, 28, 48, 32, 6, '0.003409'], ['1/10 against 3/20', 1, 9, 3, 17, 1, '1.0'],
  ['30/100 against 40/100', 30, 70, 40, 60, 4, '0.1819'], ['700/1000 against 760/1000', 700, 300, 760, 240, 6, '0.002943'],
  ['45/100 against 60/100', 45, 55, 60, 40, 4, '0.0472'], ['48/100 against 60/100', 48, 52, 60, 40, 4, '0.1184'], ['51/100 against 60/100', 51, 49, 60, 40, 4, '0.2550'],
])('%s', (_, a, b, c, d, digits, p) => expect(fisherExact(...table(a, b, c, d)).toFixed(digits)).toBe(p));

it('is what its definition says, in whole numbers', () =>
  fc.assert(fc.property(aCell, aCell, aCell, aCell, (a, b, c, d) => {
    expect(Math.abs(fisherExact(...table(a, b, c, d)) - byDefinition(a, b, c, d))).toBeLessThan(1e-12);
  })));

it('is the same however the table is turned', () =>
  fc.assert(fc.property(aCell, aCell, aCell, aCell, (a, b, c, d) => {
    const p = fisherExact(...table(a, b, c, d));
    for (const turned of [table(c, d, a, b), table(b, a, d, c), table(a, c, b, d)]) expect(fisherExact(...turned)).toBeCloseTo(p, 12);
    expect(p).toBeLessThanOrEqual(1);
  })));

// The first from SciPy.
it('holds for hundreds of thousands of people, and for a p that no double can hold', () => {
  expect(fisherExact(...table(100_500, 99_500, 99_500, 100_500))).toBeCloseTo(0.0015824561574803, 12);
  expect(fisherExact(...table(100_000, 0, 0, 100_000))).toBe(0);
});

it('is 1 where a margin is empty', () => expect([fisherExact(...table(0, 0, 3, 4)), fisherExact(...table(0, 3, 0, 4)), fisherExact(...table(0, 0, 0, 0))]).toEqual([1, 1, 1]));
