import { compared, known, NOT_APPLICABLE, tooFew, type Figure } from '../figure/figure.js';
import type { Interval } from '../figure/interval.js';
import { Z_975 } from '../special/normal.js';
import { kaplanMeier, median, type SurvivalStep } from './kaplan-meier.js';
import { totals, type LifeTable } from './life-table.js';
import { logRank, type LogRank } from './log-rank.js';
import { restrictedMean } from './restricted-mean.js';

const FEWEST_EVENTS = 5;

export interface TimeToEvent {
  readonly n: number;
  readonly events: number;
  readonly steps: readonly SurvivalStep[];
  /** Too few also where the curve does not come down to one half: not reached. */
  readonly median: Figure;
  readonly restrictedMean: Figure;
}

/** Of groups compared: whether they differ in time to the event at all. */
export interface TimesCompared {
  readonly test: LogRank;
  readonly state: 'VALUE' | 'NOT_DISTINGUISHABLE' | 'TOO_FEW' | 'NOT_APPLICABLE';
}

/** How far the restricted means of these groups may go: no later than the smallest of their last times; null if nobody was watched for any time. */
export const commonTau = (groups: readonly LifeTable[]): number | null => {
  const tau = Math.min(...groups.map((table) => totals(table).last));
  return tau > 0 && tau < Infinity ? tau : null;
};

/** One group's time to the event.
 * @param tau up to which the restricted mean is taken; null for none
 * @param eventsOfAll events in all groups that are shown together: under five nothing is judged */
export const timeToEvent = (table: LifeTable, tau: number | null, eventsOfAll = totals(table).events): TimeToEvent => {
  const { n, events } = totals(table);
  const steps = kaplanMeier(table);
  if (n === 0) return { n, events, steps, median: NOT_APPLICABLE, restrictedMean: NOT_APPLICABLE };
  if (eventsOfAll < FEWEST_EVENTS) return { n, events, steps, median: tooFew(n), restrictedMean: tooFew(n) };
  const half = median(steps);
  const mean = tau === null ? null : restrictedMean(steps, tau);
  return {
    n, events, steps,
    median: half === null ? tooFew(n) : known(half, 'TIME', [n]),
    restrictedMean: mean === null ? NOT_APPLICABLE : known(mean.value, 'TIME', [n], mean.interval),
  };
};

/** Two or more groups, by the log-rank test.
 * @throws RangeError for fewer than two */
export const compareTimes = (groups: readonly LifeTable[]): TimesCompared => {
  const test = logRank(groups);
  if (groups.some((table) => totals(table).n === 0)) return { test, state: 'NOT_APPLICABLE' };
  if (test.observed.reduce((sum, events) => sum + events, 0) < FEWEST_EVENTS) return { test, state: 'TOO_FEW' };
  return { test, state: test.p !== null && test.p < 0.05 ? 'VALUE' : 'NOT_DISTINGUISHABLE' };
};

/** The difference of two groups' restricted means, first less other, with a normal interval.
 * @param tau no later than either group's last time
 * @returns too few with under five events in both together */
export const compareRestrictedMeans = (one: LifeTable, other: LifeTable, tau: number): Figure => {
  const [first, second] = [totals(one), totals(other)];
  if (first.n === 0 || second.n === 0) return NOT_APPLICABLE;
  if (first.events + second.events < FEWEST_EVENTS) return tooFew(first.n, second.n);
  const [a, b] = [restrictedMean(kaplanMeier(one), tau), restrictedMean(kaplanMeier(other), tau)];
  const value = a.value - b.value;
  const half = Z_975 * Math.sqrt(a.variance + b.variance);
  const interval: Interval = { method: 'NORMAL', low: value - half, high: value + half };
  return compared(value, { unit: 'TIME', n: [first.n, second.n], kind: 'ABSOLUTE', interval, none: 0, p: null });
};
