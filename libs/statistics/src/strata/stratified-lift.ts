import { compared, NOT_APPLICABLE, tooFew, type DifferenceKind, type Figure, type Unit } from '../figure/figure.js';
import { contains, type Interval } from '../figure/interval.js';
import { mantelHaenszelTest, type MantelHaenszelTest } from './mantel-haenszel-test.js';
import { mantelHaenszel } from './mantel-haenszel.js';
import { standardisedDifference } from './standardised-difference.js';
import { overlapping, type Stratum } from './stratum.js';

export interface StratifiedLift {
  readonly difference: Figure;
  readonly oddsRatio: Figure;
  /** Null where nothing varies within any stratum. */
  readonly test: MantelHaenszelTest | null;
  /** Strata without people of both groups: counted and named beside the figures. */
  readonly dropped: readonly string[];
}

/** Two groups compared within strata: the difference standardised to the first group, and the common odds ratio. Both need the test's p below 0.05 as
 * well as their own interval; too few where a cell, added up over the strata, is expected under five times and the interval includes no difference.
 * @throws RangeError for what is no count */
export const stratifiedLift = (strata: readonly Stratum[]): StratifiedLift => {
  const { dropped, n } = overlapping(strata);
  const test = mantelHaenszelTest(strata);
  const figure = (found: { value: number; interval: Interval } | null, unit: Unit, kind: DifferenceKind | null, none: 0 | 1): Figure => {
    if (!found) return NOT_APPLICABLE;
    if ((test?.smallestExpected ?? 0) < 5 && contains(found.interval, none)) return tooFew(...n);
    return compared(found.value, { unit, n, kind, interval: found.interval, none, p: test?.p ?? 1 });
  };
  return { difference: figure(standardisedDifference(strata), 'SHARE', 'ABSOLUTE', 0), oddsRatio: figure(mantelHaenszel(strata), 'RATIO', null, 1), test, dropped };
};
