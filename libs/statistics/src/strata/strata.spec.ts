import fc from 'fast-check';
import { audit } from '../audit/audit.js';
import { disagreement } from '../audit/crude-and-stratified.js';
import { ADMISSIONS } from './admissions.fixtures.js';
import { mantelHaenszelTest } from './mantel-haenszel-test.js';
import { mantelHaenszel } from './mantel-haenszel.js';
import { standardisedDifference } from './standardised-difference.js';
import { stratifiedLift } from './stratified-lift.js';
import type { Stratum } from './stratum.js';

const exchanged = (strata: readonly Stratum[]): Stratum[] => strata.map(({ name, one, other }) => ({ name, one: other, other: one }));
const WOMEN_TO_MEN = exchanged(ADMISSIONS);
const stratum = (name: string, a: number, b: number, c: number, d: number): Stratum => ({ name, one: { count: a, n: a + b }, other: { count: c, n: c + d } });

describe("admissions: Simpson's paradox", () => {
  const total = (of: 'one' | 'other') => ADMISSIONS.reduce((sum, { [of]: { count, n } }) => ({ count: sum.count + count, n: sum.n + n }), { count: 0, n: 0 });
  const crude = audit([{ group: 'men', ...total('one') }, { group: 'women', ...total('other') }]);

  it('is a finding in the crude figures', () => {
    expect(crude.reference).toEqual({ group: 'men', count: 1198, n: 2691 });
    expect(crude.comparisons[0]).toMatchObject({ group: 'women', count: 557, n: 1835, ratio: expect.closeTo(0.6818, 4), verdict: 'FINDING' });
    expect([(1198 / 2691).toFixed(4), (557 / 1835).toFixed(4)]).toEqual(['0.4452', '0.3035']);
  });

  it('has these ratios in the departments', () =>
    expect(ADMISSIONS.map(({ one, other }) => ((other.count / other.n) / (one.count / one.n)).toFixed(3))).toEqual(['1.328', '1.079', '0.923', '1.056', '0.862', '1.193']));

  it('is not distinguishable from none within departments', () => {
    const { value, interval } = mantelHaenszel(ADMISSIONS)!;
    expect([value, interval.low, interval.high].map((number) => number.toFixed(4))).toEqual(['0.9047', '0.7719', '1.0603']);
    const { chiSquared, p } = mantelHaenszelTest(ADMISSIONS)!;
    expect([chiSquared.toFixed(4), p.toFixed(4)]).toEqual(['1.4269', '0.2323']);
    expect(stratifiedLift(ADMISSIONS)).toMatchObject({ oddsRatio: { state: 'NOT_DISTINGUISHABLE', n: [2691, 1835] }, difference: { state: 'NOT_DISTINGUISHABLE', kind: 'ABSOLUTE' }, dropped: [] });
  });

  it('has this difference, standardised to women', () => {
    const { value, interval } = standardisedDifference(WOMEN_TO_MEN)!;
    expect([value.toFixed(5), interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual(['0.00109', '-0.0299', '0.0321']);
  });

  it('says so', () => expect(disagreement(crude.comparisons[0]!.verdict, stratifiedLift(WOMEN_TO_MEN).oddsRatio)).toContain('among people of the same stratum'));
});

describe('within strata', () => {
  const aStratum = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40)).map(([a, b, c, d]) => stratum('s', a, b, c, d));
  const someStrata = fc.array(aStratum, { minLength: 1, maxLength: 6 });

  it('the groups exchanged give the reciprocal odds ratio, the same test, and the same figure state', () =>
    fc.assert(fc.property(someStrata, (strata) => {
      const back = exchanged(strata);
      const test = mantelHaenszelTest(strata);
      expect(mantelHaenszelTest(back)?.p ?? null).toEqual(test && expect.closeTo(test.p, 10));
      const [there, other] = [mantelHaenszel(strata), mantelHaenszel(back)];
      expect(other === null).toBe(there === null);
      if (there && other) {
        expect(there.value * other.value).toBeCloseTo(1, 10);
        expect(there.interval.low * other.interval.high).toBeCloseTo(1, 8);
        expect(there.interval.low <= there.value && there.value <= there.interval.high).toBe(true);
      }
    })));

  it('the order of strata does not matter', () =>
    fc.assert(fc.property(someStrata, (strata) => {
      const [there, back] = [stratifiedLift(strata), stratifiedLift([...strata].reverse())];
      expect([back.difference.state, back.oddsRatio.state]).toEqual([there.difference.state, there.oddsRatio.state]);
      if ('value' in there.difference && 'value' in back.difference) expect(back.difference.value).toBeCloseTo(there.difference.value, 10);
    })));

  it('one stratum is the plain odds ratio, and the plain difference', () => {
    expect(mantelHaenszel([stratum('all', 12, 28, 48, 32)])!.value).toBeCloseTo((12 * 32) / (28 * 48), 12);
    expect(standardisedDifference([stratum('all', 12, 28, 48, 32)])!.value).toBeCloseTo(0.3 - 0.6, 12);
  });

  it('the other group gets the weight of the first: each person (n_Ts/n_Cs)(n_C/n_T)', () => {
    const strata = [stratum('a', 3, 7, 20, 60), stratum('b', 8, 22, 5, 15)];
    const weights = strata.map(({ one, other }) => (one.n / other.n) * (100 / 40));
    const weighted = strata.reduce((sum, { other }, at) => sum + weights[at]! * other.count, 0) / strata.reduce((sum, { other }, at) => sum + weights[at]! * other.n, 0);
    expect(standardisedDifference(strata)!.rates[1]).toBeCloseTo(weighted, 12);
  });

  it('strata of one group only are left out, and named', () => {
    const strata = [stratum('both', 30, 70, 60, 40), stratum('only the first', 9, 1, 0, 0), stratum('none of them', 0, 0, 0, 0)];
    const found = stratifiedLift(strata);
    expect(found.dropped).toEqual(['none of them', 'only the first']);
    expect(found.difference).toMatchObject({ state: 'VALUE', value: expect.closeTo(-0.3, 12), n: [100, 100] });
  });

  it('says nothing without overlap, and is not taken in by an interval without width', () => {
    expect(stratifiedLift([stratum('a', 1, 1, 0, 0)])).toEqual({ difference: { state: 'NOT_APPLICABLE' }, oddsRatio: { state: 'NOT_APPLICABLE' }, test: null, dropped: ['a'] });
    expect(standardisedDifference([stratum('a', 1, 0, 0, 1)])!.interval).toEqual({ method: 'NORMAL', low: 1, high: 1 });
    expect(stratifiedLift([stratum('a', 1, 0, 0, 1)]).difference.state).toBe('NOT_DISTINGUISHABLE');
  });

  it('expects the same smallest cell however the tables are turned', () => {
    const turns = [stratum('a', 1, 9, 8, 32), stratum('a', 9, 1, 32, 8), stratum('a', 8, 32, 1, 9), stratum('a', 32, 8, 9, 1)];
    for (const turned of turns) expect(mantelHaenszelTest([turned, { ...turned, name: 'b' }])!.smallestExpected).toBeCloseTo((2 * 10 * 9) / 50, 12);
  });

  it('judges nothing from few people whose interval includes no difference', () => {
    const { difference, oddsRatio } = stratifiedLift([stratum('a', 1, 4, 2, 8), stratum('b', 0, 5, 1, 9)]);
    expect([difference.state, oddsRatio.state]).toEqual(['TOO_FEW', 'TOO_FEW']);
  });
});
