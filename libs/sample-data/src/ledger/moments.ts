import { dayNumber, fromDayNumber, type IsoDate } from '@vouchsafe/event-schema';
import type { Random } from '../random/random.js';

/** An instant of the made-up history: whole milliseconds since 1970, in UTC. */
export type Moment = number;

const DAY = 86_400_000;
const OPENS = 8 * 3_600_000;
const CLOSES = 18 * 3_600_000;

// Two years are some hundred days, and each is asked for thousands of times.
const days = new Map<number, IsoDate>();

export const dayOf = (at: Moment): IsoDate => {
  const number = Math.floor(at / DAY);
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = fromDayNumber(number);
  if (days.size < 10_000) days.set(number, day);
  return day;
};
export const midnight = (day: IsoDate): Moment => dayNumber(day) * DAY;
export const instantOf = (at: Moment): string => new Date(at).toISOString();

/** Some time in office hours, that many days after a moment, or on the Monday after if that is a weekend. */
export const officeHours = (random: Random, after: Moment, days: number): Moment => {
  let day = Math.floor(after / DAY) + Math.max(0, Math.round(days));
  const weekday = (day + 3) % 7; // 1970-01-01 was a Thursday; 0 is Monday
  if (weekday > 4) day += 7 - weekday;
  const at = day * DAY + OPENS + Math.floor(random.unit() * (CLOSES - OPENS));
  return at > after ? at : after + 60_000 * random.whole(5, 90);
};
