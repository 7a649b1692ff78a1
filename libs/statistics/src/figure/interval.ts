/** By which method an interval was computed: the name stands beside it wherever it is shown. CARRIED_OVER: from the intervals of what the value is made of. */
export type IntervalMethod =
  | 'WILSON' | 'NEWCOMBE' | 'KATZ' | 'EXACT_POISSON' | 'EXACT_CONDITIONAL' | 'GREENWOOD_LOG' | 'NORMAL' | 'ROBINS_BRESLOW_GREENLAND' | 'NOISE' | 'CARRIED_OVER';

/** Between which values the truth lies in 95 of 100 such samples. `low` ≤ `high`, in the unit of the value; `high` may be Infinity. */
export interface Interval {
  readonly method: IntervalMethod;
  readonly low: number;
  readonly high: number;
}

export const contains = ({ low, high }: Interval, value: number): boolean => low <= value && value <= high;
