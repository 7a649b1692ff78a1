// Reference values: 40 digits of mpmath's gammainc, rounded to a double; the quantiles of χ² are also those of table 26.8 of Abramowitz & Stegun.
import { relativeError } from '../relative-error.fixtures.js';
import { chiSquaredAbove, chiSquaredQuantile } from './chi-squared.js';
import { incompleteGamma } from './incomplete-gamma.js';
import { gammaQuantile } from './gamma-quantile.js';

it.each([
  [0.5, 0.1, 0.34527915398142297, 0.65472084601857703], [0.5, 1.4, 0.9057356931587897, 0.094264306841210302], [0.5, 1.6, 0.92636172987969735, 0.073638270120302654],
  [0.5, 30, 0.99999999999999051, 9.4857375710738484e-15], [1, 1, 0.63212055882855768, 0.36787944117144232], [2.5, 0.3, 0.011996757205906267, 0.98800324279409373],
  [2.5, 9, 0.99705359541211971, 0.0029464045878802904], [10, 10, 0.54207028552814779, 0.45792971447185221], [10, 40, 0.99999999607406777, 3.9259322262861882e-9],
  [100, 80, 0.017108313035133114, 0.98289168696486689], [100, 130, 0.99724959163269347, 0.0027504083673065263], [5000, 5100, 0.92067111892238102, 0.079328881077618977],
  [1e6, 999_000, 0.15865521357430365, 0.84134478642569635], [1e6, 1_003_000, 0.99863825935378241, 0.0013617406462175915],
])('P and Q(%d, %d)', (a, x, lower, upper) => {
  const found = incompleteGamma(a, x);
  expect(relativeError(found.lower, lower)).toBeLessThan(1e-12);
  expect(relativeError(found.upper, upper)).toBeLessThan(1e-12);
});

it('is 0 and 1 at the ends', () => expect([incompleteGamma(3, 0), incompleteGamma(3, Infinity)]).toEqual([{ lower: 0, upper: 1 }, { lower: 1, upper: 0 }]));

it.each([[0, 1], [-1, 1], [1, -1], [1, NaN]])('is not defined at a = %d, x = %d', (a, x) => expect(() => incompleteGamma(a, x)).toThrow(RangeError));

it.each([
  [1, 0.00098206911717525591, 5.023886187314889], [2, 0.050635615968579751, 7.3777589082278726], [4, 0.48441855708792981, 11.143286781877797],
  [20, 9.5907773922648673, 34.169606902838341], [22, 10.982320734473677, 36.780712084035557], [100, 74.221927474923726, 129.56119718583659],
  [2000, 1877.9460368153904, 2125.8423024497755], [20_000, 19_609.904934520366, 20_393.883649999766],
])('χ² with %d degrees leaves 0.025 below and above', (degrees, low, high) => {
  expect(relativeError(chiSquaredQuantile(0.025, degrees, 'LOWER'), low)).toBeLessThan(1e-12);
  expect(relativeError(chiSquaredQuantile(0.025, degrees, 'UPPER'), high)).toBeLessThan(1e-12);
  expect(relativeError(chiSquaredQuantile(0.975, degrees, 'LOWER'), high)).toBeLessThan(1e-12);
});

it.each([
  [3.841458820694124, 1, 0.050000000000000058], [16.79, 1, 4.1752751389197877e-5], [0.9013, 1, 0.34243337240374434], [5.9915, 2, 0.049999113685555175],
  [30, 10, 0.00085664121077530039], [300, 3, 9.9487583463277089e-65],
])('χ² of %d on %d degrees', (x, degrees, p) => expect(relativeError(chiSquaredAbove(x, degrees), p)).toBeLessThan(1e-12));

it.each([0, 1, -0.1, NaN])('has no quantile at %d', (p) => expect(() => gammaQuantile(2, p, 'LOWER')).toThrow(RangeError));
