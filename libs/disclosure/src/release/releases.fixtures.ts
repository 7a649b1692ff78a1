import fc from 'fast-check';
import { isAt, lattice, placeId, sumsOf, type Lattice } from '../table/lattice.js';
import { planRelease, type ReleasePlan } from './plan-release.js';
import type { PastRelease, PeopledCell, Snapshot } from './snapshot.js';

/** Somebody, where they stand, and whether they have what is counted. */
export interface Someone { readonly at: readonly string[]; readonly has: boolean }
export type Crowd = ReadonlyMap<string, Someone>;

export const GRID = lattice([{ name: 'level', categories: ['L3', 'L4', 'L5'] }, { name: 'unit', categories: ['N', 'S'] }]);

/** Everybody, those with it and those without, at every place: a rate with a confidential numerator. */
export const snapshotOf = (crowd: Crowd, grid: Lattice = GRID): Snapshot => {
  const cells = new Map<string, PeopledCell>();
  const peopleWith = (counted: (someone: Someone) => boolean, place: (typeof grid.places)[number]) => new Set([...crowd].filter(([, one]) => counted(one) && isAt(one.at, place)).map(([id]) => id));
  for (const place of grid.places) {
    cells.set(`n${placeId(place)}`, { people: peopleWith(() => true, place), guarded: true });
    cells.set(`a${placeId(place)}`, { people: peopleWith(({ has }) => has, place), guarded: true, follows: `n${placeId(place)}` });
    cells.set(`b${placeId(place)}`, { people: peopleWith(({ has }) => !has, place), guarded: true, follows: `n${placeId(place)}` });
  }
  return {
    cells,
    sums: [
      ...['n', 'a', 'b'].flatMap((kind) => sumsOf(grid, (place) => `${kind}${placeId(place)}`)),
      ...grid.places.map((place) => ({ total: `n${placeId(place)}`, parts: [`a${placeId(place)}`, `b${placeId(place)}`] })),
    ],
  };
};

const block = fc.record({ at: fc.tuple(fc.constantFrom('L3', 'L4', 'L5'), fc.constantFrom('N', 'S')), has: fc.boolean(), size: fc.integer({ min: 1, max: 16 }) });
/** What happens between two releases: people come in groups, and some of those first in go. */
const turn = fc.record({ joining: fc.array(block, { maxLength: 3 }), leaving: fc.integer({ min: 0, max: 8 }) });
export const history = fc.tuple(fc.array(block, { minLength: 2, maxLength: 9 }), fc.array(turn, { maxLength: 4 }));

/** The crowds of a history, from the first release to the last. */
export const crowdsOf = ([first, turns]: [{ at: string[]; has: boolean; size: number }[], { joining: { at: string[]; has: boolean; size: number }[]; leaving: number }[]]): Crowd[] => {
  let people = 0;
  const crowd = new Map<string, Someone>();
  const join = (blocks: typeof first) => { for (const { at, has, size } of blocks) for (let one = 0; one < size; one += 1) crowd.set(`p${(people += 1)}`, { at, has }); };
  join(first);
  const crowds: Crowd[] = [new Map(crowd)];
  for (const { joining, leaving } of turns) {
    for (const id of [...crowd.keys()].slice(0, leaving)) crowd.delete(id);
    join(joining);
    crowds.push(new Map(crowd));
  }
  return crowds;
};

export interface Made { readonly plan: ReleasePlan; readonly snapshot: Snapshot }

/** One release after another. */
export const releasesOf = (crowds: readonly Crowd[], k: number): Made[] => {
  const past: PastRelease[] = [];
  return crowds.map((crowd) => {
    const snapshot = snapshotOf(crowd);
    const plan = planRelease(past, snapshot, k);
    past.push({ snapshot, fresh: plan.fresh });
    return { plan, snapshot };
  });
};

/** What is printed of a release: each cell's number, or null where it is hidden; what stands is the number of then. */
export const printed = (made: readonly Made[], release: number): Map<string, number | null> => {
  const { plan, snapshot } = made[release]!;
  return new Map([...snapshot.cells].map(([id, { people }]) => {
    const standing = plan.standing.get(id);
    return [id, plan.fresh.has(id) ? people.size : standing === undefined ? null : made[standing]!.snapshot.cells.get(id)!.people.size];
  }));
};
