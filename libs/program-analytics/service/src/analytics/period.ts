import { addDays, dayNumber, type IsoDate } from '@vouchsafe/event-schema';
import type { Frame } from '@vouchsafe/program-analytics-domain';

/** First and last day, both included. */
export interface Period { readonly from: IsoDate; readonly to: IsoDate }

const MOST_YEARS = 10;
const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));
const startsAQuarter = (day: IsoDate): boolean => /-(01|04|07|10)-01$/.test(day);
const startsAMonth = (day: IsoDate): boolean => day.endsWith('-01');

export const isQuarters = ({ from, to }: Period): boolean => startsAQuarter(from) && startsAQuarter(addDays(to, 1));

/** Whether a period is made of whole months, as the cells are. */
export const consistsOfMonths = ({ from, to }: Period): boolean => startsAMonth(from) && startsAMonth(addDays(to, 1));

const HOUR = 3_600_000;
/** What happened today in the easternmost time zone may be recorded today: the day as of which is known is that zone's. */
const EASTERNMOST_HOURS = 14;

/** @param asKnownAt the instant of knowledge */
export const frameOf = ({ from, to }: Period, asKnownAt: string): Frame =>
  ({ from: dayNumber(from), to: dayNumber(to), knownOn: Math.floor((Date.parse(asKnownAt) / HOUR + EASTERNMOST_HOURS) / 24) });

/** Why a period cannot be asked about, whoever asks; null if it can.
 * @param now the instant at which it is asked */
export const periodRefusal = ({ from, to }: Period, asKnownAt: string | null, now: string) => {
  if (to < from) return { __typename: 'PeriodEndsBeforeItStarts', message: `The period ends on ${to}, before it starts on ${from}.` } as const;
  if (yearOf(to) - yearOf(from) > MOST_YEARS) return { __typename: 'PeriodIsTooLong', message: 'A period spans ten years at most.' } as const;
  if (asKnownAt !== null && asKnownAt > now) return { __typename: 'NotKnownYet', message: '"asKnownAt" lies in the future: nobody knows yet what will be known then.' } as const;
  return null;
};
