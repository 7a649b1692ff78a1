const TINY = 1e-300;
const ENOUGH = 1e-16;
const MOST_STEPS = 1_000_000;

/** b₀ + a₁/(b₁ + a₂/(b₂ + …)), by the modified method of Lentz.
 * @param terms the k-th partial numerator and denominator, k = 1, 2, …
 * @throws RangeError if it does not settle: an argument far outside what the fraction is for
 * @see Thompson & Barnett, "Coulomb and Bessel functions of complex arguments and order" (1986); DLMF 3.10(iii) */
export const continuedFraction = (b0: number, terms: (k: number) => readonly [a: number, b: number]): number => {
  let value = b0 || TINY;
  let c = value;
  let d = 0;
  for (let k = 1; k < MOST_STEPS; k += 1) {
    const [a, b] = terms(k);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= ENOUGH) return value;
  }
  throw new RangeError('A continued fraction does not settle.');
};
