import { Refusal } from '../../console/outcome.js';

/** Where a value stands, for whoever must mend it. */
export interface Place { readonly line: number; readonly column: string }

const LONGEST_SHOWN = 40;
const shown = (text: string): string => (text === '' ? 'nothing' : `"${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}"`);
const at = ({ line, column }: Place, text: string): string => `Line ${line}, column "${column}": ${shown(text)}`;

/** @throws Refusal unless it is a length of time */
export const readTime = (text: string, place: Place): number => {
  const time = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (time >= 0 && time < Infinity) return time + 0; // + 0: "-0" is the same time as "0"
  throw new Refusal('TimeIsNotANumber', `${at(place, text)} is no length of time. It must be a number from 0, written like 12 or 7.5.`);
};

const YES = new Set(['1', 'true', 'yes']);
const NO = new Set(['0', 'false', 'no']);

/** @throws Refusal unless it says yes or no */
export const readYesOrNo = (text: string, place: Place): boolean => {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new Refusal('NeitherYesNorNo', `${at(place, text)} is neither yes nor no. It must be 1 or 0, TRUE or FALSE, yes or no.`);
};

const MOST_GROUPS = 50;

/** Tells the groups of a column apart, up to so many that they still are groups.
 * @throws Refusal for a row without one, and where there are more */
export const groupReader = (): ((text: string, place: Place) => string) => {
  const seen = new Set<string>();
  return (text, place) => {
    if (text === '') throw new Refusal('GroupIsMissing', `Line ${place.line}, column "${place.column}" is empty: this person is in no group.`);
    seen.add(text);
    if (seen.size > MOST_GROUPS) throw new Refusal('TooManyGroups', `The column "${place.column}" has more than ${MOST_GROUPS} different values: these are no groups that could be compared.`);
    return text;
  };
};
