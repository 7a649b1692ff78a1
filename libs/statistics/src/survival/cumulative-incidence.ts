/** How long somebody was watched, and what ended it: 1, 2, … for the causes, 0 where none did. */
export interface CompetingObservation { readonly time: number; readonly cause: number }

export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  /** Of each cause, 1 … causes. */
  readonly events: readonly number[];
  /** CIF_k(time) of each cause, rising. */
  readonly incidence: readonly number[];
  /** The share that no cause has ended: Σ incidence + survival = 1. */
  readonly survival: number;
}

/** The share whom each of several causes has ended, where one ends the chance of the others: CIF_k(t) = Σ_{tᵢ≤t} S(tᵢ−)·d_kᵢ/nᵢ, S over all causes.
 * One less Kaplan–Meier with the others censored would overstate it, as if those who left could still be promoted.
 * @param observations in any order
 * @param causes how many there are
 * @returns one step for each time at which any cause ended anything, in rising order
 * @throws RangeError for a time that is negative or not finite, and for a cause that is not one of them
 * @see Aalen & Johansen, "An Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored Observations" (1978) */
export const cumulativeIncidence = (observations: Iterable<CompetingObservation>, causes: number): IncidenceStep[] => {
  const byTime = new Map<number, number[]>();
  for (const { time, cause } of observations) {
    if (!(time >= 0 && time < Infinity)) throw new RangeError(`${time} is no length of time.`);
    if (!Number.isInteger(cause) || cause < 0 || cause > causes) throw new RangeError(`${cause} is none of ${causes} causes, nor 0.`);
    const counts = byTime.get(time) ?? new Array<number>(causes + 1).fill(0);
    counts[cause]! += 1;
    byTime.set(time, counts);
  }
  const rows = [...byTime].sort(([one], [other]) => one - other).map(([time, [censored, ...events]]) => ({ time, censored: censored!, events, ended: events.reduce((sum, count) => sum + count, 0) }));
  let atRisk = rows.reduce((sum, { censored, ended }) => sum + censored + ended, 0);
  let survival = 1;
  let incidence: readonly number[] = new Array<number>(causes).fill(0);
  const steps: IncidenceStep[] = [];
  for (const { time, censored, events, ended } of rows) {
    if (ended > 0) {
      incidence = incidence.map((share, cause) => share + (survival * events[cause]!) / atRisk);
      survival *= (atRisk - ended) / atRisk;
      steps.push({ time, atRisk, events, incidence, survival });
    }
    atRisk -= censored + ended;
  }
  return steps;
};
