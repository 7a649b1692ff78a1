import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, without time or zone. Days compare as text. */
export type IsoDate = string;

const FORM = /^\d{4}-\d{2}-\d{2}$/;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

/** Whether a text names a real day, of the year 100 or later. By whole numbers: every event that is written or read asks this several times. */
export const isIsoDate = (text: string): boolean => {
  if (!FORM.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

/** The number of the day, 1970-01-01 being 0. @throws RangeError if the text names no real day. */
export const dayNumber = (date: IsoDate): number => {
  if (!isIsoDate(date)) throw new RangeError(`"${date}" is not a calendar day.`);
  // eslint-disable-next-line no-restricted-globals -- arithmetic on a given day; the clock is not read
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / 86_400_000;
};

/** The day with this number. @throws RangeError outside the years 0 to 9999. */
export const fromDayNumber = (days: number): IsoDate =>
  // eslint-disable-next-line no-restricted-globals -- arithmetic on a given day; the clock is not read
  new Date(days * 86_400_000).toISOString().slice(0, 10);

export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(date) + days);

/** The same day `months` later, or the last of that month where it is shorter. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const nextFirst = `${String(Math.floor((index + 1) / 12)).padStart(4, '0')}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01`;
  return fromDayNumber(Math.min(dayNumber(first) + day - 1, dayNumber(nextFirst) - 1));
};

export const isoDate = z.string().refine(isIsoDate, 'a calendar day as YYYY-MM-DD');
