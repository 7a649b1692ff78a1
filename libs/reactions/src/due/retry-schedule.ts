/** Milliseconds to wait after the first, second, … failed attempt; after the last of them the next failure is final. */
export type RetrySchedule = readonly number[];

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** Nearly three days, ten attempts: the example of Standard Webhooks 1.0.0, "Deliverability and reliability". */
export const overDays: RetrySchedule = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** A day and a half, for what fails only while a part of our own is away. */
export const overHours: RetrySchedule = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 10 * HOUR, 20 * HOUR];

const JITTER = 0.2;

/** How long to wait after an attempt failed; undefined if it was the last. A fifth more or less by chance, lest those who failed together come back together.
 * @param attempts how many there were, 1 or more
 * @param chance in [0, 1) */
export const delayAfter = (schedule: RetrySchedule, attempts: number, chance: number): number | undefined => {
  const delay = schedule[attempts - 1];
  return delay === undefined ? undefined : Math.round(delay * (1 - JITTER + 2 * JITTER * chance));
};
