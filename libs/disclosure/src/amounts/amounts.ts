/** Whether a sum or a mean of amounts hides each of them: what is left of it without its two largest must be a tenth of the largest, or the second largest
 * could work out the largest (the p % rule, with p = 10).
 * @param amounts one per person, whole minor units ≥ 0
 * @see Hundepool et al., Statistical Disclosure Control (2012), section 4.2 */
export const hidesItsLargest = (amounts: readonly number[]): boolean => {
  const [largest = 0n, second = 0n] = amounts.map((amount) => BigInt(amount)).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const rest = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n) - largest - second;
  return 10n * rest >= largest;
};

/** Whether there are people enough for a minimum, a maximum or a single quantile of theirs. */
export const areEnoughForAQuantile = (people: number, k: number): boolean => people >= 4 * k;

/** Of a curve what may be drawn: its steps while at least k are at risk, the rest left out. */
export const drawnWhileAtRisk = <Step extends { readonly atRisk: number }>(steps: readonly Step[], k: number): readonly Step[] => {
  const end = steps.findIndex(({ atRisk }) => atRisk < k);
  return end < 0 ? steps : steps.slice(0, end);
};
