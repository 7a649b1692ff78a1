// Reference values: 40 digits of mpmath's loggamma, rounded to a double.
import { logGamma, stirlingError } from './log-gamma.js';

it.each([
  [0.001, 6.9071788853838537], [0.25, 1.2880225246980775], [0.5, 0.57236494292470009], [1, 0], [1.5, -0.12078223763524522], [2, 0], [3.3, 0.98709857789473459],
  [7.5, 7.534364236758733], [10, 12.80182748008147], [42.5, 115.90007047041453], [171, 706.57306224578735], [1000, 5905.2204232091812], [1_000_000.5, 12_815_511.476902766],
])('ln Γ(%d)', (x, published) => expect(Math.abs(logGamma(x) - published)).toBeLessThan(1e-14 * Math.max(1, published)));

it('is the logarithm of the factorial (DLMF 5.4.1)', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n += 1) {
    factorial *= n;
    expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 12);
  }
});

it('meets itself where the two ways of computing what Stirling lacks meet', () => expect(stirlingError(9.999_999_999_999)).toBeCloseTo(stirlingError(10), 13));

it.each([0, -1, NaN])('is not defined here at %d', (x) => expect(() => logGamma(x)).toThrow(RangeError));
