import { addMonths, type IsoDate } from '@vouchsafe/event-schema';

/** Months that have passed in full between two days: 31 January to 28 February is one, as 28 February is that month's last.
 * @returns 0 if the second day lies before the first */
export const wholeMonths = (from: IsoDate, to: IsoDate): number => {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return Math.max(0, months > 0 && addMonths(from, months) > to ? months - 1 : months);
};
