import type { AnyEvent, Recorded } from '@vouchsafe/event-schema';
import type { Fold } from '../projection.js';
import type { Row } from './tables.js';

/** The key of a row: its primary key without the tenant; a text stands for a key of one column. */
export type Key = string | Row;

export const asKeyRow = (key: Key, properties: readonly string[]): Row => (typeof key === 'string' ? { [properties[0]!]: key } : key);

export const keyText = (row: Row, properties: readonly string[]): string => JSON.stringify(properties.map((property) => row[property]));

/** An event and a row that it touches. */
export interface Touch<Event extends AnyEvent> {
  readonly event: Recorded<Event>;
  readonly key: Row;
  /** Equal for equal keys. */
  readonly text: string;
}

/** What a batch touches, in the order of the log; a row once per event, however often that names it. */
export const touchesOf = <Event extends AnyEvent>(
  events: readonly Recorded<Event>[], keysOf: (event: Recorded<Event>) => Key | readonly Key[] | undefined, properties: readonly string[],
): Touch<Event>[] => {
  const touches: Touch<Event>[] = [];
  for (const event of events) {
    const keys = keysOf(event);
    if (keys === undefined) continue;
    const first = touches.length;
    for (const one of Array.isArray(keys) ? keys as readonly Key[] : [keys as Key]) {
      const key = asKeyRow(one, properties);
      const text = keyText(key, properties);
      if (!touches.slice(first).some((touch) => touch.text === text)) touches.push({ event, key, text });
    }
  }
  return touches;
};

/** Makes the fold of a batch out of a step over one row.
 * @param keysOf the rows that an event touches; none is lawful
 * @param step the row after the event, undefined to remove it; called with the row before, in the order of the log */
export const foldByKey = <Event extends AnyEvent, R extends object>(
  table: string, keysOf: (event: Recorded<Event>) => Key | readonly Key[] | undefined, step: (row: R | undefined, event: Recorded<Event>, key: Row) => R | undefined,
): { fold: Fold<Event> } => ({
  async fold(events, tables) {
    const { key: properties } = tables.shape(table);
    const touched = touchesOf(events, keysOf, properties);
    const before = await tables.load(table, touched.map(({ key }) => key));
    const rows = new Map<string, R | undefined>(before.map((row) => [keyText(row, properties), row as R]));
    const stored = new Set(rows.keys());
    const changed = new Map<string, Row>();
    for (const { event, key, text } of touched) {
      const row = rows.get(text);
      const next = step(row, event, key);
      if (next === row) continue;
      rows.set(text, next);
      changed.set(text, key);
    }
    const puts: Row[] = [];
    const removals: Row[] = [];
    for (const [text, key] of changed) {
      const row = rows.get(text);
      if (row) puts.push({ ...row, ...key });
      else if (stored.has(text)) removals.push(key);
    }
    await tables.put(table, puts);
    await tables.remove(table, removals);
  },
});
