// Reference values: 40 digits of mpmath's betainc, rounded to a double; the last one from SciPy.
import { relativeError } from '../relative-error.fixtures.js';
import { betaQuantile, incompleteBeta } from './incomplete-beta.js';

it.each([
  [0.1, 0.5, 0.5, 0.20483276469913345, 0.79516723530086655], [0.5, 2, 3, 0.6875, 0.3125], [0.3, 10, 20, 0.36400408107194428, 0.63599591892805572],
  [0.9, 10, 20, 0.99999999999995927, 4.07250568109485e-14], [0.02, 1, 50, 0.63583031991288293, 0.36416968008711707], [0.49, 1000, 1000, 0.18555265943151166, 0.81444734056848834],
  [0.2, 30_000, 120_500, 0.7408551738164251, 0.2591448261835713],
])('I(%d; %d, %d)', (x, a, b, lower, upper) => {
  const found = incompleteBeta(x, a, b);
  expect(relativeError(found.lower, lower)).toBeLessThan(1e-12);
  expect(relativeError(found.upper, upper)).toBeLessThan(1e-12);
});

it('is 0 and 1 at the ends', () => expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([{ lower: 0, upper: 1 }, { lower: 1, upper: 0 }]));

it.each([[0.5, 0, 1], [0.5, 1, -1], [1.1, 1, 1], [NaN, 1, 1]])('is not defined at x = %d, a = %d, b = %d', (x, a, b) => expect(() => incompleteBeta(x, a, b)).toThrow(RangeError));

it.each([
  [1, 20, 0.0012650894979498037, 0.16843347098308534], [10, 31, 0.126914798932845, 0.38451167730342265], [0.5, 0.5, 0.0015413331334360119, 0.99845866686656399],
  [200, 300, 0.35750049245376318, 0.44325729803373691],
])('leaves 0.025 below and above with a = %d, b = %d', (a, b, low, high) => {
  expect(relativeError(betaQuantile(a, b, 0.025, 'LOWER'), low)).toBeLessThan(1e-12);
  expect(relativeError(betaQuantile(a, b, 0.025, 'UPPER'), high)).toBeLessThan(1e-12);
});
