import { UnstorableValue } from './faults.js';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const SUSPECT = /[\u0000\uD800-\uDFFF]/; // cheap, and nearly always enough
const DEPTH = 200; // a circle ends here; PostgreSQL would give up at some thousands

/** @throws UnstorableValue for a text that the database would refuse, or that bytes cannot express */
export const checkText = (text: string, at: string): void => {
  if (!SUSPECT.test(text)) return;
  if (text.includes('\u0000')) throw new UnstorableValue(at, 'it contains the character U+0000');
  if (LONE_SURROGATE.test(text)) throw new UnstorableValue(at, 'it contains half of a surrogate pair');
};

const ofNumber = (value: number, at: string): string => {
  if (!Number.isFinite(value)) throw new UnstorableValue(at, 'it is not a finite number');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new UnstorableValue(at, 'integers beyond 2^53 are stored as text');
  return JSON.stringify(value); // RFC 8785 takes its numbers and its texts from ECMAScript
};

const ofText = (value: string, at: string): string => {
  checkText(value, at);
  return JSON.stringify(value);
};

/** A Date, a Map or a thing with a `toJSON` would be read back as something else. */
const isPlain = (value: object): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === '[object Object]' && typeof (value as { toJSON?: unknown }).toJSON !== 'function';

const write = (value: unknown, at: string, depth: number): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return ofText(value, at);
  if (typeof value === 'number') return ofNumber(value, at);
  if (typeof value !== 'object') throw new UnstorableValue(at, `a ${typeof value} is not JSON`);
  if (depth === DEPTH) throw new UnstorableValue(at, `it is nested more than ${DEPTH} levels deep`);
  if (Array.isArray(value)) return `[${Array.from(value, (item, index) => write(item, `${at}[${index}]`, depth + 1)).join(',')}]`;
  if (!isPlain(value)) throw new UnstorableValue(at, 'it is no plain object');
  const members = Object.keys(value).sort().filter((key) => value[key] !== undefined);
  return `{${members.map((key) => `${ofText(key, at)}:${write(value[key], `${at}.${key}`, depth + 1)}`).join(',')}}`;
};

/** The one JSON text of a value: RFC 8785 (Rundgren, Jordan & Erdtman, 2020). Its SHA-256 is the event's digest.
 * @throws UnstorableValue, with the path, for what would not be read back as it was written */
export const canonicalJson = (value: unknown, at = 'data'): string => write(value, at, 0);
