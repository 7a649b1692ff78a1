import { addDays, type IsoDate } from '@vouchsafe/event-schema';
import { badUserInput } from '@vouchsafe/graphql';

/** First and last day, both included. */
export interface Period { readonly from: IsoDate; readonly to: IsoDate }

/** @throws GraphQLError BAD_USER_INPUT with what to do instead */
export const checkPeriod = ({ from, to }: Period, asKnownAt: string | null, now: string): void => {
  if (to < from) throw badUserInput(`The period ends on ${to}, before it starts on ${from}.`);
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 10) throw badUserInput('A period spans ten years at most.');
  if (asKnownAt !== null && asKnownAt > now) throw badUserInput('"asKnownAt" lies in the future: nobody knows yet what will be known then.');
};

const startsAQuarter = (day: IsoDate): boolean => /-(01|04|07|10)-01$/.test(day);

/** Two free periods that differ by a day tell of that day's people. Whoever sees no rows therefore asks for whole quarters.
 * @throws GraphQLError BAD_USER_INPUT with what to do instead */
export const checkQuarters = ({ from, to }: Period): void => {
  if (!startsAQuarter(from) || !startsAQuarter(addDays(to, 1))) {
    throw badUserInput('Ask for whole quarters, such as 2026-01-01 to 2026-06-30. Only those who lead the programme choose their days.');
  }
};

const startsAMonth = (day: IsoDate): boolean => day.endsWith('-01');

/** Whether a period is made of whole months, as the cells are. */
export const consistsOfMonths = ({ from, to }: Period): boolean => startsAMonth(from) && startsAMonth(addDays(to, 1));
