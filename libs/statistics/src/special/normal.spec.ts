// Reference values: 40 digits of mpmath's ncdf and erfc, rounded to a double; erfc 0.5, 1, 2 are also those of table 7.1 of Abramowitz & Stegun.
import { relativeError } from '../relative-error.fixtures.js';
import { complementaryError, normalBelow, normalQuantile, normalTwoSided, Z_80, Z_975 } from './normal.js';

it.each([
  [-37, 5.7255712225245768e-300], [-10, 7.6198530241605261e-24], [-3.0984, 0.00097284310566616009], [-1.96, 0.024997895148220434], [-0.5, 0.3085375387259869], [0, 0.5],
  [0.3, 0.61791142218895264], [1, 0.84134474606854295], [2.5, 0.99379033467422386], [6, 0.99999999901341235],
])('lies below %d with the published probability', (z, published) => {
  expect(relativeError(normalBelow(z), published)).toBeLessThan(1e-12);
  if (z < 0) expect(relativeError(normalTwoSided(z) / 2, published)).toBeLessThan(1e-12);
});

it.each([[-2, 1.9953222650189527], [0, 1], [0.5, 0.47950012218695346], [1, 0.15729920705028513], [2, 0.0046777349810472658], [5, 1.5374597944280349e-12]])('erfc(%d)', (x, published) =>
  expect(relativeError(complementaryError(x), published)).toBeLessThan(1e-12));

it.each([
  [1e-300, -37.047096299361199], [1e-20, -9.2623400897984076], [0.001, -3.0902323061678135], [0.025, -1.9599639845400542], [0.1, -1.2815515655446004],
  [0.4, -0.25334710313579974], [0.8, 0.84162123357291436], [0.975, 1.9599639845400539], [0.995, 2.5758293035489005],
])('has its quantile of %d', (p, published) => expect(relativeError(normalQuantile(p), published)).toBeLessThan(1e-12));

it('keeps the points of our intervals and of our power as constants', () => {
  expect(relativeError(Z_975, normalQuantile(0.975))).toBeLessThan(1e-14);
  expect(relativeError(Z_80, normalQuantile(0.8))).toBeLessThan(1e-14);
});

it.each([0, 1, NaN])('has no quantile at %d', (p) => expect(() => normalQuantile(p)).toThrow(RangeError));
