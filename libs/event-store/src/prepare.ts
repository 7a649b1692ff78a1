import { createHash } from 'node:crypto';
import { isIsoDate } from '@vouchsafe/event-schema';
import { canonicalJson, checkText } from './canonical.js';
import type { Append, Expected, NewEvent } from './event-store.js';
import { UnstorableValue } from './faults.js';

/** An append whose every value is known to survive storage, with its data as canonical text. */
export interface PreparedAppend {
  readonly append: Append;
  readonly fingerprint: string;
  /** Canonical JSON per event, in the order of writes and their events. */
  readonly texts: readonly string[];
  readonly eventCount: number;
}

const NAME = /^[^\u0000-\u001f\u007f]{1,300}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const NEWEST_SCHEMA = 2 ** 31 - 1;

const checkName = (text: string | undefined, at: string): void => {
  if (text === undefined) return;
  if (!NAME.test(text)) throw new UnstorableValue(at, 'it must hold 1 to 300 printable characters');
  checkText(text, at);
};

const checkEvent = ({ type, schemaVersion, occurredOn }: NewEvent, stream: string): void => {
  checkName(type, `${stream}: type`);
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > NEWEST_SCHEMA) throw new UnstorableValue(`${stream}: ${type}`, 'a schema version is a whole number from 1');
  if (!isIsoDate(occurredOn)) throw new UnstorableValue(`${stream}: ${type}`, 'it occurred on no day of the calendar');
};

const checkInstant = (text: string | undefined): void => {
  if (text !== undefined && !(INSTANT.test(text) && Number.isFinite(Date.parse(text)))) throw new UnstorableValue('recordedAt', 'it is no instant in UTC');
};

export const fingerprintOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content, 'content')).digest('base64url');

/** @throws UnstorableValue, before anything is sent */
export const prepare = (append: Append): PreparedAppend => {
  checkName(append.requestKey, 'requestKey');
  checkName(append.actor, 'actor');
  checkName(append.correlation, 'correlation');
  checkName(append.causation, 'causation');
  checkInstant(append.recordedAt);
  const named = new Set<string>();
  const texts: string[] = [];
  for (const { stream, expected, events } of append.writes) {
    checkName(stream, 'stream');
    if (named.has(stream)) throw new UnstorableValue(stream, 'one append writes a stream once');
    if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) throw new UnstorableValue(stream, 'an expected version is a whole number from 0');
    named.add(stream);
    for (const event of events) {
      checkEvent(event, stream);
      texts.push(canonicalJson(event.data, `${stream}: ${event.type}`));
    }
  }
  const fingerprint = append.content === undefined ? fingerprintOfWrites(append.writes, texts) : fingerprintOf(append.content);
  return { append, fingerprint, texts, eventCount: texts.length };
};

/** What a key stands for where the caller does not say: every stream, expectation and event in their order. The data are canonical already. */
const fingerprintOfWrites = (writes: Append['writes'], texts: readonly string[]): string => {
  const hash = createHash('sha256');
  let text = 0;
  for (const { stream, expected, closes, events } of writes) {
    hash.update(JSON.stringify([stream, expected, closes ?? false, events.length]));
    for (const { type, schemaVersion, occurredOn } of events) hash.update(JSON.stringify([type, schemaVersion, occurredOn])).update(texts[text++]!);
  }
  return hash.digest('base64url');
};

const CODES = { none: -1, some: -2, any: -3 } as const;

export const expectedCode = (expected: Expected): number => (typeof expected === 'number' ? expected : CODES[expected]);

export const isExpected = (expected: Expected, actual: number): boolean => {
  switch (expected) {
    case 'any': return true;
    case 'none': return actual === 0;
    case 'some': return actual > 0;
    default: return expected === actual; // the rest of the union is a number, not a name
  }
};
