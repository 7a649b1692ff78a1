import { stirlingError } from './log-gamma.js';

/** x ln(x/m) + m − x, without cancellation where x is near m.
 * @param x > 0
 * @param m > 0 */
const deviance = (x: number, m: number): number => {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const ratio = (x - m) / (x + m);
  let sum = (x - m) * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const more = sum + power / odd;
    if (more === sum) return sum;
    sum = more;
  }
};

/** mᵃ e⁻ᵐ / Γ(a + 1): the Poisson probability of a at mean m, for any a > 0. Good to the last digits where both are in the millions.
 * @see Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), sections 3 and 5 */
export const poissonDensity = (a: number, m: number): number => (m === 0 ? 0 : Math.exp(-stirlingError(a) - deviance(a, m)) / Math.sqrt(2 * Math.PI * a));

/** Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) · xᵃ (1 − x)ᵇ: the binomial probability of a among a + b, for any a, b > 0 and 0 < x < 1.
 * @see Loader (2000), section 3 */
export const binomialDensity = (a: number, b: number, x: number): number => {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * (1 - x));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * a * b));
};
