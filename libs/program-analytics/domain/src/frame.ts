import type { Day } from './history.js';

/** The time that a figure is about. */
export interface Frame {
  /** First and last day of the period. */
  readonly from: Day;
  readonly to: Day;
  /** The day as of which we know: nothing is counted on a day after it. */
  readonly knownOn: Day;
}

/** The last day of a frame that anything is known of: where stocks are taken, and where follow-up ends. */
export const lastDay = ({ to, knownOn }: Frame): Day => Math.min(to, knownOn);

/** Whether a day lies in the frame and is known of. */
export const isWithin = (frame: Frame, day: Day): boolean => day >= frame.from && day <= lastDay(frame);

export const MONTH = 30.4375; // days: 365.25 / 12
/** A horizon of so many months, in whole days. */
export const daysOf = (months: number): number => Math.round(months * MONTH);
