import { isIsoDate, type IsoDate } from '@vouchsafe/event-schema';
import type { dateFormats } from './mapping-profile.js';

/** A value as it counts: without surrounding space, and without one pair of apostrophes around the whole of it. */
export const cleanCell = (cell: string): string => {
  const trimmed = cell.trim();
  return trimmed.length >= 2 && trimmed.startsWith("'") && trimmed.endsWith("'") ? trimmed.slice(1, -1).trim() : trimmed;
};

const PLACEHOLDERS = new Set(['', '0', '-', 'XX', 'N/A', 'NA']);
export const isNoKey = (key: string): boolean => PLACEHOLDERS.has(key);

/** `XX` or nothing above a post makes it a top post. */
export const isTop = (above: string): boolean => above === '' || above === 'XX';

export const isVacant = (title: string): boolean => /^(?:not in post|vacant)\.?$/i.test(title);

/** The share of full time, a number in (0, 1], or null for anything else. */
export const readShare = (text: string): number | null => {
  const share = /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : 0;
  return share > 0 && share <= 1 ? share : null;
};

const ORDER: Record<(typeof dateFormats)[number], { form: RegExp; parts: readonly [number, number, number] }> = {
  'YYYY-MM-DD': { form: /^(\d{4})-(\d{2})-(\d{2})$/, parts: [1, 2, 3] },
  'DD/MM/YYYY': { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: [3, 2, 1] },
  'MM/DD/YYYY': { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: [3, 1, 2] },
  'DD.MM.YYYY': { form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: [3, 2, 1] },
};

/** A real day in the declared format, or null. */
export const readDate = (text: string, format: (typeof dateFormats)[number]): IsoDate | null => {
  const { form, parts: [year, month, day] } = ORDER[format];
  const found = form.exec(text);
  const date = found && `${found[year]}-${found[month]!.padStart(2, '0')}-${found[day]!.padStart(2, '0')}`;
  return date && isIsoDate(date) ? date : null;
};

/** An address that mail can be sent to, in lower case, or null. */
export const readEmail = (text: string): string | null =>
  text.length <= 254 && /^[^\s@,;<>"\uFFFD]+@[^\s@,;<>"\uFFFD.]+(?:\.[^\s@,;<>"\uFFFD.]+)+$/.test(text) ? text.toLowerCase() : null;

const remembered = (ask: (text: string) => boolean): ((text: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = ask(text);
    if (answers.size < 1000) answers.set(text, answer);
    return answer;
  };
};
const accepts = (attempt: () => unknown): boolean => {
  try {
    return attempt() !== undefined;
  } catch {
    return false; // Intl says "unknown" by throwing
  }
};

/** A name of the IANA time zone database. */
export const isTimeZone = remembered((text) => /^[A-Za-z]/.test(text) && accepts(() => new Intl.DateTimeFormat('en', { timeZone: text })));

/** A language tag of BCP 47 whose language has a name. */
export const isLanguage = remembered((text) => accepts(() => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(text)));

/** Several values in one cell, separated by semicolon, comma, bar or line break. */
export const readList = (text: string): string[] => [...new Set(text.split(/[;,|\n]/).map((part) => part.trim()).filter((part) => part !== ''))];

// Held here: looked up for every character as a property of the global object it costs more than the multiplication.
const { imul } = Math;

/** Tells rows apart without keeping their text: 106 bits, so that two different rows of one file never meet by chance. Not a defence against
 * someone who builds a collision; all they would gain is that a row of their own file is taken for a repetition. */
export const rowFingerprint = (cells: readonly string[]): string => {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  let c = 0x9e3779b9;
  let d = 0x85ebca6b;
  for (const cell of cells) {
    for (let at = 0; at <= cell.length; at += 1) {
      const code = at < cell.length ? cell.charCodeAt(at) : 0x1ffff; // no character has this number: it ends a cell
      a = imul(a ^ code, 2654435761);
      b = imul(b ^ code, 1597334677);
      c = imul(c ^ code, 2246822519) ^ (c >>> 13);
      d = imul(d ^ code, 3266489917) ^ (d >>> 15);
    }
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${(c >>> 0).toString(36)}.${(d >>> 0).toString(36)}`;
};
