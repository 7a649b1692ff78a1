import fc from 'fast-check';
import { known, NOT_APPLICABLE, tooFew } from '../figure/figure.js';
import { audit, type AuditGroup } from './audit.js';
import { disagreement } from './crude-and-stratified.js';
import { compareExactly, isBelowFourFifths, isTooSmallAShare } from './four-fifths.js';
import { holm } from './holm.js';
import { inWords } from './verdict.js';

const group = (name: string, count: number, n: number): AuditGroup => ({ group: name, count, n });
const versus = (a: number, n1: number, b: number, n2: number) => audit([group('them', a, n1), group('others', b, n2)]).comparisons[0]!;

describe('four-fifths', () => {
  it.each([[4, 6, 5, 6], [4, 7, 5, 7], [8, 12, 10, 12], [4, 9, 5, 9]])('is not below at exactly four-fifths, where doubles say it is: %d/%d of %d/%d', (a, n1, b, n2) => {
    expect((a / n1) / (b / n2) < 0.8).toBe(true);
    expect(isBelowFourFifths({ count: a, n: n1 }, { count: b, n: n2 })).toBe(false);
  });

  it('is never below for 4k against 5k of the same n; doubles are wrong in 355 of 970', () => {
    let [cases, wrong] = [0, 0];
    for (let k = 1; k <= 20; k += 1) {
      for (let n = 5 * k; n <= 100; n += 1) {
        cases += 1;
        wrong += ((4 * k) / n) / ((5 * k) / n) < 0.8 ? 1 : 0;
        expect(isBelowFourFifths({ count: 4 * k, n }, { count: 5 * k, n })).toBe(false);
      }
    }
    expect([wrong, cases]).toEqual([355, 970]);
  });

  it('is below with one fewer, however large the numbers', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.nat(1_000_000_000), (k, more) => {
      const n = 5 * k + more;
      expect([isBelowFourFifths({ count: 4 * k, n }, { count: 5 * k, n }), isBelowFourFifths({ count: 4 * k - 1, n }, { count: 5 * k, n })]).toEqual([false, true]);
    })));

  it('orders rates and leaves small shares out in integers, too', () => {
    expect([compareExactly({ count: 1, n: 3 }, { count: 2, n: 6 }), compareExactly({ count: 1, n: 3 }, { count: 333, n: 1_000 }), compareExactly({ count: 0, n: 3 }, { count: 1, n: 9 })]).toEqual([0, 1, -1]);
    expect([isTooSmallAShare(2, 100), isTooSmallAShare(2, 101)]).toEqual([false, true]);
  });
});

describe('an audit', () => {
  it('judges the four rates of the Questions and Answers (1979) as they do, with 100 people each', () => {
    const { reference, comparisons, left } = audit([group('1', 60, 100), group('2', 45, 100), group('3', 48, 100), group('4', 51, 100)]);
    expect([reference, left]).toEqual([group('1', 60, 100), []]);
    expect(comparisons.map(({ group: name, ratio, isBelow, verdict, p, corrected }) => [name, ratio!.toFixed(2), isBelow, verdict, p.toFixed(4), corrected])).toEqual([
      ['2', '0.75', true, 'FINDING', '0.0472', null], ['3', '0.80', false, 'NO_FINDING', '0.1184', null], ['4', '0.85', false, 'NO_FINDING', '0.2550', null],
    ]);
  });

  it.each([
    [12, 40, 48, 80, '0.5000', '0.0034', 'FINDING'], [1, 10, 3, 20, '0.6667', '1.0000', 'TOO_FEW'],
    [30, 100, 40, 100, '0.7500', '0.1819', 'NOT_DISTINGUISHABLE'], [700, 1000, 760, 1000, '0.9211', '0.0029', 'SMALL_BUT_SIGNIFICANT'],
  ])('%d/%d against %d/%d', (a, n1, b, n2, ratio, p, verdict) => {
    const found = versus(a, n1, b, n2);
    expect([found.ratio!.toFixed(4), found.p.toFixed(4), found.verdict]).toEqual([ratio, p, verdict]);
  });

  it('takes the larger group as reference at equal rates, and the first by name at equal sizes', () => {
    expect(audit([group('a', 1, 2), group('b', 10, 20), group('c', 2, 4)]).reference!.group).toBe('b');
    expect(audit([group('z', 2, 4), group('c', 2, 4)]).reference!.group).toBe('c');
  });

  it('names groups under two in a hundred of the pool and does not analyse them, not even as the highest', () => {
    const { reference, comparisons, left } = audit([group('many', 60, 97), group('few', 1, 1), group('some', 1, 2), group('none', 0, 0)]);
    expect([reference!.group, comparisons.map(({ group: name }) => name), left.map(({ group: name }) => name)]).toEqual(['many', ['some'], ['few', 'none']]);
  });

  it('says nothing where there is nobody, and finds nothing where nobody was selected', () => {
    expect(audit([])).toEqual({ reference: null, comparisons: [], left: [] });
    expect(audit([group('a', 0, 0)]).reference).toBeNull();
    expect(versus(0, 10, 0, 20)).toMatchObject({ ratio: null, isBelow: false, p: 1, verdict: 'NO_FINDING' });
  });

  it('lets the correction for several looks decide with more than five of them, and prints the plain p', () => {
    const groups = (looks: number): AuditGroup[] => [group('best', 60, 100), ...Array.from({ length: looks }, (_, index) => group(`other ${index}`, 45, 100))];
    expect(audit(groups(5)).comparisons[0]).toMatchObject({ corrected: null, verdict: 'FINDING' });
    expect(audit(groups(6)).comparisons[0]).toMatchObject({ p: expect.closeTo(0.0472, 4), corrected: expect.closeTo(6 * 0.04719, 3), verdict: 'NOT_DISTINGUISHABLE' });
  });

  it('is the same in any order of the groups', () => {
    const aGroup = fc.integer({ min: 0, max: 200 }).chain((n) => fc.integer({ min: 0, max: n }).map((count) => ({ count, n })));
    fc.assert(fc.property(fc.array(aGroup, { maxLength: 9 }), fc.nat(), (arms, turn) => {
      const groups = arms.map((arm, index) => ({ ...arm, group: `group ${index}` }));
      const turned = groups.map((_, index) => groups[(index + turn) % groups.length]!);
      expect(audit(turned.reverse())).toEqual(audit(groups));
    }));
  });

  it('refuses a group that comes twice', () => expect(() => audit([group('a', 1, 2), group('a', 1, 2)])).toThrow(RangeError));
});

describe("Holm's correction", () => {
  it('is that of the documentation of R', () => expect(holm([0.01, 0.02, 0.03, 0.04]).map((p) => p.toFixed(2))).toEqual(['0.04', '0.06', '0.06', '0.06']));

  it('keeps the order of the input, is never smaller than p and never beyond 1', () =>
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
      const corrected = holm(ps);
      ps.forEach((p, index) => {
        expect(corrected[index]! >= p && corrected[index]! <= 1).toBe(true);
        ps.forEach((other, at) => { if (other < p) expect(corrected[at]!).toBeLessThanOrEqual(corrected[index]!); });
      });
    })));
});

describe('words', () => {
  it.each([['FINDING', 'a finding'], ['NO_FINDING', 'no finding'], ['TOO_FEW', 'too few to judge'], ['NOT_DISTINGUISHABLE', 'not distinguishable from no difference'], ['SMALL_BUT_SIGNIFICANT', 'a small difference']] as const)('%s', (verdict, words) =>
    expect(inWords(verdict)).toContain(words));

  const interval = { method: 'ROBINS_BRESLOW_GREENLAND', low: 0.5, high: 0.9 } as const;
  it.each([
    ['FINDING', { ...known(1, 'RATIO', [9, 9], interval), state: 'NOT_DISTINGUISHABLE' as const }, 'not distinguishable from none'],
    ['FINDING', known(1.4, 'RATIO', [9, 9], interval), 'in its favour'], ['FINDING', known(0.6, 'RATIO', [9, 9], interval), null],
    ['NO_FINDING', known(0.6, 'RATIO', [9, 9], interval), 'yet among people of the same stratum'],
    ['FINDING', tooFew(3), 'too few'], ['NO_FINDING', tooFew(3), null], ['SMALL_BUT_SIGNIFICANT', NOT_APPLICABLE, 'no stratum holds both'], ['TOO_FEW', NOT_APPLICABLE, null],
  ] as const)('of a crude %s beside strata', (verdict, oddsRatio, words) => {
    const said = disagreement(verdict, oddsRatio);
    if (words === null) expect(said).toBeNull();
    else expect(said).toContain(words);
  });
});
