import type { IsoDate } from '@vouchsafe/event-schema';

/** From a day on, until the next begins. `corrected` where nothing happened in the world on that day: what was believed had been wrong. */
export interface Turn<T> { readonly from: IsoDate; readonly value: T; readonly corrected: boolean }
/** From a day until before another; null while it goes on. */
export interface Stretch { readonly from: IsoDate; readonly until: IsoDate | null }

/** From this day on it is so, whatever was believed of later days. */
export const turned = <T>(course: readonly Turn<T>[], from: IsoDate, value: T): Turn<T>[] => [...course.filter((turn) => turn.from < from), { from, value, corrected: false }];

/** From this day on it was so, as we know now. Where a later turn had said the same, it is that turn's day that was wrong: the turn moves, and stays one that happened. */
export const corrected = <T>(course: readonly Turn<T>[], from: IsoDate, value: T): Turn<T>[] => {
  const moves = course.find((turn) => turn.from >= from);
  return [...course.filter((turn) => turn.from < from), { from, value, corrected: !(moves && moves.value === value && !moves.corrected) }];
};

/** It ends on this day, and whatever was believed to begin later does not. */
export const ended = <S extends Stretch>(stretches: readonly S[], on: IsoDate): S[] =>
  stretches.filter(({ from }) => from < on).map((each) => (each.until === null || each.until > on ? { ...each, until: on } : each));

/** It holds from this day on. What ended on that very day goes on. */
export const begun = <S extends Stretch>(stretches: readonly S[], begins: S): S[] => {
  const before = ended(stretches, begins.from);
  const last = before.at(-1);
  return last?.until === begins.from ? [...before.slice(0, -1), { ...last, ...begins, from: last.from }] : [...before, begins];
};
