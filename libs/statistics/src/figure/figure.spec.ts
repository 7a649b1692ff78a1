import { fourDecimals, shownP, shownShare } from './digits.js';
import { compared, known, NOT_APPLICABLE, tooFew } from './figure.js';

const about = { unit: 'SHARE', n: [10, 20], kind: 'ABSOLUTE' } as const;

it('is a value where the interval leaves "no difference" out and the test agrees', () =>
  expect(compared(0.2, { ...about, interval: { method: 'NEWCOMBE', low: 0.05, high: 0.33 }, none: 0, p: 0.049 }))
    .toEqual({ ...about, state: 'VALUE', value: 0.2, interval: { method: 'NEWCOMBE', low: 0.05, high: 0.33 } }));

it.each([
  ['its interval contains it', -0.01, 0.4, 0.01], ['its interval begins at it', 0, 0.4, 0.01], ['its interval ends at it', -0.4, 0, 0.01], ['its test says so, at the line', 0.1, 0.3, 0.05],
])('is not distinguishable from no difference where %s', (_, low, high, p) =>
  expect(compared((low + high) / 2, { ...about, interval: { method: 'NEWCOMBE', low, high }, none: 0, p }).state).toBe('NOT_DISTINGUISHABLE'));

it('compares a ratio with one', () => {
  const state = (low: number, high: number) => compared(1.2, { unit: 'RATIO', n: [5], kind: null, interval: { method: 'KATZ', low, high }, none: 1, p: null }).state;
  expect([state(0.9, 1.4), state(1.1, 1.4), state(-0.5, 0.5)]).toEqual(['NOT_DISTINGUISHABLE', 'VALUE', 'VALUE']);
});

it('keeps no number where there are too few, and nothing at all where there is nothing to divide by', () => {
  expect([tooFew(3, 4), NOT_APPLICABLE]).toEqual([{ state: 'TOO_FEW', n: [3, 4] }, { state: 'NOT_APPLICABLE' }]);
  expect(known(0.5, 'INDEX', [4])).toEqual({ state: 'VALUE', value: 0.5, unit: 'INDEX', interval: null, n: [4], kind: null });
});

it('is shown with so many digits and no more', () => {
  expect([fourDecimals(0.18192), fourDecimals(-0.00001), shownP(0.00009999), shownP(0.0001), shownP(0.18192), shownShare(0.4452)])
    .toEqual([0.1819, 0, '< 0.0001', '0.0001', '0.1819', '44.5 %']);
  expect(Object.is(fourDecimals(-0.00001), 0)).toBe(true);
});
