import { addMonths, dayNumber, fromDayNumber } from '@vouchsafe/event-schema';
import type { EligibilityCondition, EligibilityField } from '@vouchsafe/programs-contracts';
import { heldOn, type Day, type Person, type Rules, type Standing, type Stretch } from './history.js';

export const standingOn = ({ standings }: Person, day: Day): Standing | null => standings.find((standing) => heldOn(standing, day)) ?? null;

/** Where somebody stands on a day, or stood last before it. */
export const lastStanding = ({ standings }: Person, day: Day): Standing | null => standings.findLast(({ from }) => from <= day) ?? null;

export const isPresent = ({ stays }: Person, day: Day): boolean => stays.some((stay) => heldOn(stay, day));
export const isActive = (person: Person, day: Day): boolean => isPresent(person, day) && !person.closed.some((time) => heldOn(time, day));

/** The day on which somebody who was there on `day` left; null if they have not. */
export const exitAfter = ({ stays }: Person, day: Day): Day | null => stays.find((stay) => heldOn(stay, day))?.until ?? null;

const monthsAfter = (day: Day, months: number): Day => dayNumber(addMonths(fromDayNumber(day), months));
const joinedOn = ({ stays }: Person): Day | null => stays[0]?.from ?? null;

const TENURES = [12, 36, 84] as const; // months: what a stratum holds apart
/** Which band of tenure somebody is in: 0 under a year, 1 under three, 2 under seven, 3 from then on. */
export const tenureBand = (person: Person, day: Day): number => {
  const joined = joinedOn(person);
  return joined === null ? 0 : TENURES.filter((months) => day >= monthsAfter(joined, months)).length;
};
export const TENURE_NAMES = ['under 1 year', '1 to 3 years', '3 to 7 years', '7 years or more'] as const;

/** Fields of a rule on which no event says how somebody stood on a past day. */
const NOT_TOLD: readonly EligibilityField[] = ['RATING_BAND', 'NEED'];

/** What of these rules cannot be looked at afterwards: such conditions are taken as met. */
export const untoldFields = (rules: readonly Rules[]): EligibilityField[] =>
  [...new Set(rules.flatMap(({ proteges }) => proteges.map(({ field }) => field)).filter((field) => NOT_TOLD.includes(field)))].sort();

const tenureBounds = (person: Person, { atLeast, atMost }: { atLeast: number | null; atMost: number | null }): Stretch => {
  const joined = joinedOn(person) ?? 0;
  return { from: atLeast === null ? -Infinity : monthsAfter(joined, atLeast), until: atMost === null ? null : monthsAfter(joined, atMost + 1) };
};

const meets = (condition: EligibilityCondition, person: Person, standing: Standing | null, day: Day): boolean => {
  switch (condition.field) {
    case 'LEVEL': {
      const { atLeast, atMost } = condition;
      const rank = standing?.rank ?? null;
      return rank !== null && (atLeast === null || rank >= atLeast) && (atMost === null || rank <= atMost);
    }
    case 'TENURE': return joinedOn(person) !== null && heldOn(tenureBounds(person, condition), day);
    case 'FUNCTION': return standing?.function != null && condition.anyOf.includes(standing.function);
    case 'UNIT': return standing?.unit != null && condition.anyOf.includes(standing.unit);
    case 'RATING_BAND': case 'NEED': return true;
  }
};

const found = new WeakMap<Person, WeakMap<readonly Rules[], readonly Stretch[]>>();

/** When somebody was active and met the rule of one of these programmes for protégés: in the order of their days, without overlap. Worked out once for the same
 * person and rules: most measures ask. */
export const eligibleTimes = (person: Person, rules: readonly Rules[]): readonly Stretch[] => {
  const byRules = found.get(person) ?? new WeakMap<readonly Rules[], readonly Stretch[]>();
  found.set(person, byRules);
  const times = byRules.get(rules) ?? timesOf(person, rules);
  byRules.set(rules, times);
  return times;
};

const timesOf = (person: Person, rules: readonly Rules[]): Stretch[] => {
  const turns = new Set<Day>();
  const turn = ({ from, until }: Stretch): void => [from, until].forEach((day) => { if (day !== null && Number.isFinite(day)) turns.add(day); });
  [...person.stays, ...person.closed, ...person.standings].forEach(turn);
  for (const { proteges } of rules) for (const condition of proteges) if (condition.field === 'TENURE') turn(tenureBounds(person, condition));

  const times: { from: Day; until: Day | null }[] = [];
  for (const day of [...turns].sort((one, other) => one - other)) {
    const standing = standingOn(person, day);
    const isEligible = isActive(person, day) && rules.some(({ proteges }) => proteges.every((condition) => meets(condition, person, standing, day)));
    const last = times.at(-1);
    if (isEligible && (last === undefined || last.until !== null)) times.push({ from: day, until: null });
    else if (!isEligible && last?.until === null) last.until = day;
  }
  return times;
};
