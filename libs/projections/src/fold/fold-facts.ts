import type { AnyEvent, Position, Recorded } from '@vouchsafe/event-schema';
import type { Fold } from '../projection.js';
import { keyText, touchesOf, type Key } from './fold-by-key.js';
import type { Cells, Row } from './tables.js';

/** Facts are bitemporal (Snodgrass, "Developing Time-Oriented Database Applications in SQL", 2000): a row's own columns say when it held in
 * the world, `known_from` and `known_to` say from which position of the log until before which we believed it. A correction closes
 * one belief and opens another; nothing is overwritten, so any past report can be computed again.
 * The table's key is (tenant_id, the fact's id …, known_from); known_to is null while the belief stands.
 * @param idsOf the facts that an event touches
 * @param step the belief after the event, undefined if the fact is no longer believed, the same object if nothing changed */
export const foldFacts = <Event extends AnyEvent, R extends object>(
  table: string, idsOf: (event: Recorded<Event>) => Key | readonly Key[] | undefined, step: (belief: R | undefined, event: Recorded<Event>, id: Row) => R | undefined,
): { fold: Fold<Event> } => ({
  async fold(events, tables) {
    const id = tables.shape(table).key.filter((property) => property !== 'knownFrom');
    const touched = touchesOf(events, idsOf, id);
    const before = await tables.load(table, touched.map(({ key }) => key), id, 'AND t.known_to IS NULL');
    const believed = new Map(before.map((row): [string, Belief<R>] => [keyText(row, id), { fact: row as R, id: row, knownFrom: row['knownFrom'] as Position, knownTo: null, isStored: true }]));
    const closed: Belief<R>[] = [];
    const opened = new Set<Belief<R>>();
    for (const { event, key, text } of touched) {
      const belief = believed.get(text);
      const next = step(belief?.fact, event, key);
      if (next === belief?.fact) continue;
      if (belief) {
        believed.delete(text);
        if (belief.isStored) closed.push(belief);
        if (!belief.isStored && belief.knownFrom === event.position) opened.delete(belief); // believed for no position at all
        else belief.knownTo = event.position;
      }
      if (!next) continue;
      const opening: Belief<R> = { fact: next, id: key, knownFrom: event.position, knownTo: null, isStored: false };
      believed.set(text, opening);
      opened.add(opening);
    }
    const cells = cellsOf<R>(id);
    await tables.put(table, closed, cells);
    await tables.insert(table, [...opened], cells); // no fact was opened at these positions before: nothing can be in the way
  },
});

interface Belief<R> {
  readonly fact: R;
  readonly id: Row;
  readonly knownFrom: Position;
  knownTo: Position | null;
  readonly isStored: boolean;
}

/** Where a column of a belief comes from. A row is never put together: of a thousand beliefs a batch, that alone took a third of the fold's time. */
const cellsOf = <R extends object>(id: readonly string[]): Cells<Belief<R>> => (property) => {
  if (property === 'knownFrom') return ({ knownFrom }) => knownFrom;
  if (property === 'knownTo') return ({ knownTo }) => knownTo;
  if (id.includes(property)) return (belief) => belief.id[property];
  return ({ fact }) => (fact as Row)[property];
};

/** Several folds of one batch, one after the other: a projection with several tables. */
export const foldAll = <Event extends AnyEvent>(...folds: readonly { fold: Fold<Event> }[]): { fold: Fold<Event> } => ({
  async fold(events, tables) {
    for (const { fold } of folds) await fold(events, tables);
  },
});

/** The condition under which a fact was believed at a position, for a query that binds it as `parameter`. */
export const believedAt = (alias: string, parameter: string): string =>
  `${alias}.known_from <= ${parameter} AND (${alias}.known_to IS NULL OR ${alias}.known_to > ${parameter})`;
