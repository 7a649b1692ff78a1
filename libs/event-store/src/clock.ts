import type { IsoDate } from '@vouchsafe/event-schema';

const EASTERNMOST_HOURS = 14;
const WESTERNMOST_HOURS = -12;
const HOUR = 3_600_000;

/** The clock, as handlers are given it: rules never read one. */
export abstract class Clock {
  abstract now(): Date;

  /** The latest calendar day that has begun anywhere: what someone in the easternmost time zone calls today is not in the future. */
  today(): IsoDate {
    return this.day(EASTERNMOST_HOURS);
  }

  /** The day in UTC: what is meant where nobody named a day. It is never a day that has not begun there. */
  utcToday(): IsoDate {
    return this.day(0);
  }

  /** The earliest calendar day that has not ended everywhere: only what was due before it is overdue for everybody. */
  earliestToday(): IsoDate {
    return this.day(WESTERNMOST_HOURS);
  }

  private day(hoursFromUtc: number): IsoDate {
    return new Date(this.now().getTime() + hoursFromUtc * HOUR).toISOString().slice(0, 10);
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
