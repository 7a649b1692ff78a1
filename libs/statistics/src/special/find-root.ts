const MOST_STEPS = 400;

/** Where a function that rises through 0 does so: Newton's step where it stays inside what is known, else halving (doubling while there is no upper end).
 * @param at the function's value and slope; only asked for strictly inside (from, to)
 * @returns the root to the last digit or two
 * @throws RangeError if it finds none: the function does not rise through 0 there */
export const findRoot = (
  at: (x: number) => { readonly value: number; readonly slope: number }, { guess, from, to }: { readonly guess: number; readonly from: number; readonly to: number },
): number => {
  let [low, high, x] = [from, to, guess];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { value, slope } = at(x);
    if (value === 0) return x;
    if (value < 0) low = x;
    else high = x;
    const newton = x - value / slope;
    const next = newton > low && newton < high ? newton : high === Infinity ? 2 * x + 1 : (low + high) / 2;
    if (Math.abs(next - x) <= 2 * Number.EPSILON * Math.abs(next)) return next;
    x = next;
  }
  throw new RangeError(`No root was found between ${from} and ${to}.`);
};
