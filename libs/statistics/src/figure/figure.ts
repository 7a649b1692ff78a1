import { contains, type Interval } from './interval.js';

/** Of a difference: in percentage points, or as a ratio less one. Published figures show why each must say which it is. */
export type DifferenceKind = 'ABSOLUTE' | 'RELATIVE';

/** SHARE: of people or things, 0 … 1, and differences of such shares · RATIO: of two rates or odds · PER_MONTH: events in a person-month ·
 * TIME: the unit of the times that came in · INDEX: without unit */
export type Unit = 'SHARE' | 'RATIO' | 'PER_MONTH' | 'TIME' | 'INDEX';

/** A number that may be shown, and what must be shown beside it. NOT_DISTINGUISHABLE: from no difference; no arrow, no colour, no "up". */
export interface KnownFigure {
  readonly state: 'VALUE' | 'NOT_DISTINGUISHABLE';
  readonly value: number;
  readonly unit: Unit;
  /** Null for measures that have none, such as an index. */
  readonly interval: Interval | null;
  /** What it rests on: one number, or one for each arm that is compared, in the order of the question. */
  readonly n: readonly number[];
  /** Null unless it is a difference. */
  readonly kind: DifferenceKind | null;
}

/** What is known of a measure. Precedence: nothing to divide by, then too few to judge, then not to be told from no difference, then the value. */
export type Figure =
  | KnownFigure
  | { readonly state: 'TOO_FEW'; readonly n: readonly number[] }
  | { readonly state: 'NOT_APPLICABLE' };

export const NOT_APPLICABLE = { state: 'NOT_APPLICABLE' } as const satisfies Figure;

export const tooFew = (...n: readonly number[]): Figure => ({ state: 'TOO_FEW', n });

/** A measure that compares nothing. */
export const known = (value: number, unit: Unit, n: readonly number[], interval: Interval | null = null): KnownFigure => ({ state: 'VALUE', value, unit, interval, n, kind: null });

/** A comparison: not distinguishable where its interval contains "no difference", or its test says so.
 * @param none what the value would be without a difference: 0, or 1 for a ratio
 * @param p of the test that goes with it; null where there is none */
export const compared = (
  value: number, { unit, n, kind, interval, none, p }: { unit: Unit; n: readonly number[]; kind: DifferenceKind | null; interval: Interval; none: 0 | 1; p: number | null },
): KnownFigure => {
  const isDistinguishable = !contains(interval, none) && (p === null || p < 0.05);
  return { state: isDistinguishable ? 'VALUE' : 'NOT_DISTINGUISHABLE', value, unit, interval, n, kind };
};
