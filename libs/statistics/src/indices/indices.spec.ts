import fc from 'fast-check';
import { balanceFigure, balanceOfActs } from './balance-of-acts.js';
import { burstiness, consistency } from './burstiness.js';
import { concentration, sponsorDependency } from './concentration.js';
import { gini, loadFairness } from './gini.js';

const positive = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 });

describe('concentration', () => {
  it.each([
    [[0.3, 0.3, 0.2, 0.2], 0.26, '3.8462', '0.01333'], [[0.4, 0.3, 0.2, 0.1], 0.3, '3.3333', '0.06667'], [[0.75, 0.25], 0.625, '1.6000', '0.25000'],
    [[0.5, 0.5], 0.5, '2.0000', '0.00000'], [[1], 1, '1.0000', '1.00000'],
  ])('of %j', (shares, hhi, effective, normalised) => {
    const found = concentration(shares);
    expect(found.hhi).toBeCloseTo(hhi, 12);
    expect([found.effective.toFixed(4), found.normalised.toFixed(5)]).toEqual([effective, normalised]);
  });

  it('lies between 1/N and 1, is the same in any unit and any order', () =>
    fc.assert(fc.property(positive, fc.integer({ min: 2, max: 9 }), (weights, unit) => {
      const { hhi, effective, normalised } = concentration(weights);
      expect(hhi >= 1 / weights.length - 1e-12 && hhi <= 1).toBe(true);
      expect(effective >= 1 && effective <= weights.length + 1e-9).toBe(true);
      expect(normalised >= 0 && normalised <= 1).toBe(true);
      expect(concentration([...weights].reverse().map((weight) => weight * unit)).hhi).toBeCloseTo(hhi, 12);
    })));

  it.each([[[]], [[0, 0]], [[-1, 2]], [[NaN]]])('is none of %j', (weights) => expect(() => concentration(weights)).toThrow(RangeError));

  it('is judged from three confirmed actions on', () => expect([sponsorDependency([1, 1], 2), sponsorDependency([3, 1], 4)]).toMatchObject([{ state: 'TOO_FEW', n: [2] }, { state: 'VALUE', value: 0.625 }]));
});

describe('inequality', () => {
  it.each([[[1, 1, 1, 1], 0], [[0, 0, 0, 4], 0.75], [[1, 2, 3, 4], 0.25]])('of %j', (values, expected) => expect(gini(values)).toBeCloseTo(expected, 12));

  it('lies between 0 and 1 − 1/n, is the same in any unit and any order, and is half the mean difference over the mean', () =>
    fc.assert(fc.property(positive, (values) => {
      const found = gini(values);
      expect(found >= 0 && found <= 1 - 1 / values.length + 1e-12).toBe(true);
      expect(gini([...values].reverse().map((value) => value * 3))).toBeCloseTo(found, 12);
      const differences = values.flatMap((one) => values.map((other) => Math.abs(one - other))).reduce((sum, difference) => sum + difference, 0);
      expect(found).toBeCloseTo(differences / (2 * values.length * values.reduce((sum, value) => sum + value, 0)), 10);
    })));

  it.each([[[]], [[0, 0]], [[-1, 2]]])('is none of %j', (values) => expect(() => gini(values)).toThrow(RangeError));

  it('of sponsors is judged from five on', () => expect([loadFairness([]), loadFairness([1, 1, 1, 1]), loadFairness([0, 0, 0, 0, 0]), loadFairness([0.5, 0.5, 0.5, 0.5, 0.5])])
    .toMatchObject([{ state: 'NOT_APPLICABLE' }, { state: 'TOO_FEW', n: [4] }, { state: 'NOT_APPLICABLE' }, { state: 'VALUE', value: 0, n: [5] }]));
});

describe('burstiness', () => {
  it.each([[[0, 7, 14, 21, 28], '-1.0000'], [[0, 1, 2, 3, 60], '0.2356']])('of wins on days %j', (days, expected) => expect(burstiness(days).toFixed(4)).toBe(expected));

  it('counts wins of one day once, in any order', () => expect(burstiness([60, 3, 3, 0, 2, 1, 60])).toBe(burstiness([0, 1, 2, 3, 60])));

  it('is none of one day', () => expect(() => burstiness([5, 5])).toThrow(RangeError));

  it('lies between −1 and 1', () => fc.assert(fc.property(fc.uniqueArray(fc.nat(1_000), { minLength: 2 }), (days) => {
    const found = burstiness(days);
    expect(found >= -1 && found < 1).toBe(true);
  })));

  it('is judged from four wins on', () => expect([consistency([]), consistency([1, 8, 8, 15]), consistency([1, 8, 15, 22])]).toMatchObject([{ state: 'NOT_APPLICABLE' }, { state: 'TOO_FEW', n: [3] }, { state: 'VALUE', value: -1 }]));
});

describe('the balance of acts', () => {
  const acts = ([amplify = 0, boost = 0, connect = 0, defend = 0]: number[]) => ({ amplify, boost, connect, defend });
  it.each([[[10, 10, 10, 10], 1], [[40, 0, 0, 0], 0], [[20, 10, 5, 5], 0.875]])('of %j', (counts, expected) => expect(balanceOfActs(acts(counts))).toBeCloseTo(expected, 12));

  it('is none of nothing', () => expect(() => balanceOfActs(acts([0, 0, 0, 0]))).toThrow(RangeError));

  it('is judged from five confirmed actions on', () =>
    expect([balanceFigure(acts([0])), balanceFigure(acts([4])), balanceFigure(acts([5]))]).toEqual([{ state: 'NOT_APPLICABLE' }, { state: 'TOO_FEW', n: [4] }, { state: 'VALUE', value: 0, unit: 'INDEX', interval: null, n: [5], kind: null }]));
});
