import { isAt, lattice, placeId, sumsOf, type Lattice, type PeopledCell, type Place, type Snapshot } from '@vouchsafe/disclosure';
import type { ReleaseDimension, ReleasePeriod } from '@vouchsafe/program-analytics-contracts';
import { counted, type Counted, type CountedPerson } from './counted-people.js';

/** How a programme is divided whose lead has said nothing else. */
export const USUAL_DIMENSIONS: readonly ReleaseDimension[] = ['COHORT', 'LEVEL'];

/** Beyond this many places a release is mostly hidden, and hiding and auditing it holds up whoever waits for it. */
export const MOST_PLACES = 40;

/** The lattice over everybody whom any of these releases counted: a category that was empty before is empty there, which says nothing new. */
export const latticeOver = (dimensions: readonly ReleaseDimension[], releases: readonly (readonly CountedPerson[])[]): Lattice =>
  lattice(dimensions.map((name, at) => {
    const categories = [...new Set(releases.flatMap((people) => people.map((person) => person.at[at]!)))].sort();
    return { name, categories: categories.length > 0 ? categories : ['UNKNOWN'] };
  }));

/** How many of these dimensions, from the first on, have few enough places over these people. */
export const dimensionsThatFit = (dimensions: readonly ReleaseDimension[], people: readonly CountedPerson[]): number => {
  let fitting = dimensions.length;
  while (fitting > 0 && latticeOver(dimensions.slice(0, fitting), [people]).places.length > MOST_PLACES) fitting -= 1;
  return fitting;
};

export const enrolledAt = (place: Place): string => `ENROLLED ${placeId(place)}`;
const partAt = (measure: Counted, { from, to }: ReleasePeriod, place: Place): string => `${measure}${counted[measure].isOfThePeriod ? ` ${from}/${to}` : ''} ${placeId(place)}`;

/** The three counts that one rate gives away: of those who have it, of those who do not, and of all. */
export const cellsOf = (measure: Counted, period: ReleasePeriod, place: Place) => {
  const part = partAt(measure, period, place);
  return { part, rest: `NOT ${part}`, whole: enrolledAt(place) };
};

/** What a release could show, with the people behind it, and the sums that its readers know to hold. */
export const snapshotOf = (people: readonly CountedPerson[], over: Lattice, period: ReleasePeriod): Snapshot => {
  const cells = new Map<string, PeopledCell>();
  const measures = Object.keys(counted) as Counted[];
  for (const place of over.places) {
    const here = people.filter(({ at }) => isAt(at, place));
    const those = (isOne: (person: CountedPerson) => boolean): ReadonlySet<string> => new Set(here.filter(isOne).map(({ personId }) => personId));
    cells.set(enrolledAt(place), { people: those(() => true), guarded: true });
    for (const measure of measures) {
      const { part, rest, whole } = cellsOf(measure, period, place);
      const shared = { guarded: !counted[measure].isOpen, follows: whole };
      cells.set(part, { people: those(({ has }) => has.includes(measure)), ...shared });
      cells.set(rest, { people: those(({ has }) => !has.includes(measure)), ...shared });
    }
  }
  const sums = [
    ...sumsOf(over, enrolledAt),
    ...measures.flatMap((measure) => [
      ...sumsOf(over, (place) => cellsOf(measure, period, place).part), ...sumsOf(over, (place) => cellsOf(measure, period, place).rest),
      ...over.places.map((place) => {
        const { part, rest, whole } = cellsOf(measure, period, place);
        return { total: whole, parts: [part, rest] };
      }),
    ]),
  ];
  return { cells, sums };
};
