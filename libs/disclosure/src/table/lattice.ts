import type { Sum } from './table.js';

/** One way to divide people: each is in exactly one category. Declared before there are data. */
export interface Dimension { readonly name: string; readonly categories: readonly string[] }

/** Where a cell stands: one category, or null for all of them, per dimension and in its order. */
export type Place = readonly (string | null)[];

export const MOST_DIMENSIONS = 3;

/** A fixed lattice: every combination of categories, and every total over one dimension or several. There is no other filter. */
export interface Lattice {
  readonly dimensions: readonly Dimension[];
  /** In a stable order: by dimension, categories in theirs, totals last. */
  readonly places: readonly Place[];
}

/** @throws RangeError for more than three dimensions, for one without categories, and for a name that stands twice */
export const lattice = (dimensions: readonly Dimension[]): Lattice => {
  if (dimensions.length > MOST_DIMENSIONS) throw new RangeError(`${dimensions.length} dimensions: three at most, or every cell is a person.`);
  const isTwice = (names: readonly string[]): boolean => new Set(names).size !== names.length;
  if (isTwice(dimensions.map(({ name }) => name)) || dimensions.some(({ categories }) => categories.length === 0 || isTwice(categories))) {
    throw new RangeError('A dimension has a name of its own and at least one category, each once.');
  }
  const places = dimensions.reduce<Place[]>((found, { categories }) => found.flatMap((place) => [...categories, null].map((category) => [...place, category])), [[]]);
  return { dimensions, places };
};

/** The text of a place, the same for the same place and no other. */
export const placeId = (place: Place): string => JSON.stringify(place);

/** Whether somebody who stands at `coordinates` is counted at `place`. */
export const isAt = (coordinates: readonly string[], place: Place): boolean => place.every((category, at) => category === null || category === coordinates[at]);

/** What adds up to what: each total, by each dimension that it is a total over.
 * @param idOf the cell of a place, of one thing counted */
export const sumsOf = ({ dimensions, places }: Lattice, idOf: (place: Place) => string): Sum[] =>
  places.flatMap((place) => dimensions.flatMap(({ categories }, at) =>
    (place[at] === null ? [{ total: idOf(place), parts: categories.map((category) => idOf(place.map((here, index) => (index === at ? category : here)))) }] : [])));
