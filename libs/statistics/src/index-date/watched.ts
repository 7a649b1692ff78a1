import type { Observation } from '../survival/life-table.js';

/** Somebody who may be sponsored and to whom something may happen. Days are whole numbers. */
export interface Watched {
  readonly id: string;
  /** The first day on which they are eligible. */
  readonly from: number;
  /** When their first sponsorship started; null without one. */
  readonly sponsoredOn: number | null;
  /** Days of what is waited for, in any order. */
  readonly outcomes: readonly number[];
  /** When they left; null for those who are there. */
  readonly exitOn: number | null;
  /** The period's end, or the day as of which we know, whichever comes first. */
  readonly watchedTo: number;
}

/** What is seen of somebody from their index date on. */
export interface FollowUp {
  readonly id: string;
  readonly day: number;
  /** Days from the index date to the outcome or to the end of follow-up, ≥ 0. */
  readonly time: number;
  readonly event: boolean;
  /** Days for which anybody with this index date could have been watched, whether or not they stayed. */
  readonly watchable: number;
  /** Days until a comparison was sponsored, too; null if they never were. */
  readonly exposedAfter: number | null;
}

/** Eligible on that day, still there, and not yet sponsored. Who will be sponsored later is at risk as well: to leave them out would be to know the future. */
export const isAtRisk = ({ from, sponsoredOn, exitOn, watchedTo }: Watched, day: number): boolean =>
  from <= day && day < watchedTo && (exitOn === null || exitOn > day) && (sponsoredOn === null || sponsoredOn > day);

/** The time from an index date on: to the first outcome after it, else to the exit or the end of watching. */
export const followUp = ({ id, sponsoredOn, outcomes, exitOn, watchedTo }: Watched, day: number): FollowUp => {
  const end = Math.min(watchedTo, exitOn ?? Infinity);
  const outcome = outcomes.reduce((first, on) => (on > day && on < first ? on : first), Infinity);
  const event = outcome <= end;
  return { id, day, time: (event ? outcome : end) - day, event, watchable: watchedTo - day, exposedAfter: sponsoredOn !== null && sponsoredOn > day ? sponsoredOn - day : null };
};

/** For curves: a comparison's time ends with their own sponsorship, since what follows is time under a sponsor. */
export const untilExposed = ({ time, event, exposedAfter }: FollowUp): Observation =>
  (exposedAfter !== null && exposedAfter < time ? { time: exposedAfter, event: false } : { time, event });
