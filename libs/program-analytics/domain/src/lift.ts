import {
  commonTau, compareRates, compareRestrictedMeans, compareTimes, cumulativeIncidence, fourDecimals, kaplanMeier, lifeTableOf, rateArithmetic, smallestOf, stratifiedLift, survivalAt, timeToEvent, untilExposed,
  withinHorizon, type FollowUp, type LifeTable,
} from '@vouchsafe/statistics';
import { fromDayNumber } from '@vouchsafe/event-schema';
import type { Compared } from './comparison.js';
import { daysOf, MONTH } from './frame.js';
import type { Person } from './history.js';
import { exitAfter } from './people.js';
import { tell, tellOpenShare, type Told, type UntilThin } from './told.js';

const OFFERED = [6, 12, 24];
/** A horizon that may be asked for. Two horizons a month apart differ by that month's people: whoever sees none of them chooses among few. */
export const horizonObjection = ({ horizonMonths: months }: { readonly horizonMonths: number }, seesPeople: boolean): string | null => {
  if (months < 1 || months > 120) return 'A horizon is 1 to 120 months.';
  return seesPeople || OFFERED.includes(months) ? null : `Choose a horizon of ${OFFERED.slice(0, -1).join(', ')} or ${OFFERED.at(-1)} months.`;
};

/** No more than so many strata are named; the rest is counted. */
const MOST_NAMED = 50;

/** Who is compared; without counts for those who see no people. */
interface ComparisonView { readonly rule: string; readonly day: string | null; readonly people: number | null; readonly digest: string | null; readonly unpaired: number | null; readonly notEligible: number | null; readonly sponsoredBefore: number | null }

const told = <Shown extends object>(shown: Shown, hidden: Shown, tells: readonly number[]): Told<Shown> => ({ shown, hidden, tells });

/** K9 and K10: how many more of the sponsored had it within a horizon than of those they are compared with, crude and within strata. */
export const liftFigures = ({ treated, comparison, strata, frozen, left }: Compared, months: number) => {
  const horizon = daysOf(months);
  const [one, other] = [withinHorizon(treated, horizon), withinHorizon(comparison, horizon)];
  const tells = [one.n, other.n];
  const { absolute, relative } = compareRates(one, other);
  const within = stratifiedLift(strata(horizon));
  const detectable = one.n > 0 && other.n > 0 ? smallestOf(rateArithmetic(one, other).detectable) : null;
  return {
    horizonMonths: months,
    sponsored: tellOpenShare(one), compared: tellOpenShare(other),
    absolute: tell(absolute, tells, [one.count, other.count]), relative: tell(relative, tells, [one.count, other.count]),
    smallestDetectable: tell(detectable === null ? { state: 'NOT_APPLICABLE' } : { state: 'VALUE', value: detectable, unit: 'SHARE', n: tells, interval: null, kind: 'ABSOLUTE' }, tells),
    stratified: {
      difference: tell(within.difference, tells), oddsRatio: tell(within.oddsRatio, tells),
      test: told({ p: within.test && fourDecimals(within.test.p) }, { p: null }, tells),
      dropped: told({ count: within.dropped.length, names: within.dropped.slice(0, MOST_NAMED) }, { count: null, names: [] as readonly string[] }, tells),
    },
    comparison: told<ComparisonView>(
      { ...frozen, day: fromDayNumber(frozen.day), ...left }, { rule: frozen.rule, day: null, people: null, digest: null, unpaired: null, notEligible: null, sponsoredBefore: null },
      [frozen.people, left.unpaired, left.notEligible, left.sponsoredBefore]),
  };
};

const QUARTER = 3 * MONTH;
const [EVENT, EXIT] = [1, 2];

/** The points of a curve by quarter, the share still without it, and the share that had it where leaving ends the chance.
 * @param isExit whether leaving is itself what is waited for: then nothing competes */
const pointsOf = (followUps: readonly FollowUp[], table: LifeTable, people: ReadonlyMap<string, Person>, isExit: boolean): UntilThin<object> => {
  const steps = kaplanMeier(table);
  const last = table.at(-1)?.time ?? 0;
  const competing = cumulativeIncidence(followUps.map((each) => {
    const { time, event } = untilExposed(each);
    const exit = exitAfter(people.get(each.id)!, each.day);
    return { time, cause: event ? EVENT : exit !== null && exit - each.day === time ? EXIT : 0 };
  }), 2);
  const days = Array.from({ length: Math.floor(last / QUARTER) + 1 }, (_, quarter) => Math.round(quarter * QUARTER));
  return {
    untilThin: days.map((day) => {
      const atRisk = table.find(({ time }) => time >= day)?.atRisk ?? 0;
      const step = steps.findLast(({ time }) => time <= day);
      const incidence = competing.findLast(({ time }) => time <= day)?.incidence ?? [0, 0];
      const shown = {
        day, atRisk, without: fourDecimals(survivalAt(steps, day)), low: step ? (step.interval && fourDecimals(step.interval.low)) : 1, high: step ? (step.interval && fourDecimals(step.interval.high)) : 1,
        incidence: fourDecimals(incidence[EVENT - 1]!), left: isExit ? null : fourDecimals(incidence[EXIT - 1]!),
      };
      return told(shown, shown, [atRisk]);
    }),
  };
};

/** K11: how long it takes, of both arms side by side. A comparison's time ends with their own sponsorship. */
export const timeFigures = ({ treated, comparison }: Compared, people: readonly Person[], isExit: boolean) => {
  const known = new Map(people.map((person) => [person.personId, person]));
  const tables = [treated, comparison].map((arm) => lifeTableOf(arm.map(untilExposed)));
  const [one, other] = tables as [LifeTable, LifeTable];
  const tau = treated.length > 0 && comparison.length > 0 ? commonTau(tables) : null;
  const tells = [treated.length, comparison.length];
  const all = tables.reduce((sum, table) => sum + table.reduce((events, row) => events + row.events, 0), 0);
  const arm = (group: 'SPONSORED' | 'COMPARED', followUps: readonly FollowUp[], table: LifeTable) => {
    const { median, restrictedMean } = timeToEvent(table, tau, all);
    return { group, medianDays: tell(median, [followUps.length]), restrictedMeanDays: tell(restrictedMean, [followUps.length]), points: pointsOf(followUps, table, known, isExit) };
  };
  const { state, test: found } = compareTimes(tables);
  return {
    arms: [arm('SPONSORED', treated, one), arm('COMPARED', comparison, other)],
    tauDays: tau,
    difference: tell(tau === null ? { state: 'NOT_APPLICABLE' } : compareRestrictedMeans(one, other, tau), tells),
    logRank: told<{ state: string; chiSquared: number | null; p: number | null }>(
      { state, chiSquared: found.chiSquared && fourDecimals(found.chiSquared), p: found.p && fourDecimals(found.p) }, { state: 'SUPPRESSED', chiSquared: null, p: null }, tells),
  };
};
