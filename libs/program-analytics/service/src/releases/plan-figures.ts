import { auditPlan, planRelease, type Lattice, type PastRelease, type Place, type RangeSolver, type ReleasePlan, type Snapshot } from '@vouchsafe/disclosure';
import type { Release, ReleasedFigure, ReleaseDimension, ReleasePeriod } from '@vouchsafe/program-analytics-contracts';
import { counted, type Counted, type CountedPerson } from './counted-people.js';
import { cellsOf, enrolledAt, latticeOver, snapshotOf } from './release-lattice.js';

/** Raised with every change of what is hidden, or of how: a release names the version it was made under. */
export const SUPPRESSION_RULES = 1;

/** A release made before, with the people it counted, as they are found again in the facts of its position. */
export interface Earlier { readonly release: Release; readonly people: readonly CountedPerson[] }

/** What a release is made of. */
export interface Making {
  readonly dimensions: readonly ReleaseDimension[];
  readonly period: ReleasePeriod;
  readonly k: number;
  readonly people: readonly CountedPerson[];
  /** The oldest first. */
  readonly earlier: readonly Earlier[];
}

export interface PlannedFigures {
  readonly figures: readonly ReleasedFigure[];
  readonly fresh: readonly string[];
  readonly audit: { readonly search: ReleasePlan['found']; readonly hidden: number; readonly cells: number; readonly passed: boolean };
}

/** How many places a release would have. */
export const placesOf = ({ dimensions, people, earlier }: Making): number => latticeOver(dimensions, [...earlier.map((each) => each.people), people]).places.length;

/** Hides, and then tries to find out what was hidden.
 * @param ranges how the audit solves: in a thread of its own unless said otherwise */
export const planFigures = async (making: Making, ranges?: RangeSolver): Promise<PlannedFigures> => {
  const { dimensions, period, k, people, earlier } = making;
  const over = latticeOver(dimensions, [...earlier.map((each) => each.people), people]);
  const now = snapshotOf(people, over, period);
  const past = earlier.map(({ release, people: theirs }): PastRelease => {
    const snapshot = snapshotOf(theirs, over, release.period);
    const shown = new Set(release.figures.map(({ place }) => JSON.stringify(place)));
    // A category that nobody was in stood in no table then: that it was empty could be seen.
    const unseen = over.places.filter((place) => !shown.has(JSON.stringify(place))).flatMap((place) => namesAt(place, release.period));
    return { snapshot, fresh: new Set([...release.fresh, ...unseen]) };
  });
  const plan = planRelease(past, now, k);
  const { passed, hidden } = plan.found === 'FAILED' ? { passed: false, hidden: 0 } : await auditPlan(plan, k, ranges);
  const releases = [...past.map((each, at) => ({ ...each, period: earlier[at]!.release.period })), { snapshot: now, fresh: plan.fresh, period }];
  return { figures: figuresOf(over, releases), fresh: [...plan.fresh], audit: { search: plan.found, hidden, cells: plan.held.table.cells.length, passed } };
};

const measures = Object.keys(counted) as Counted[];
const namesAt = (place: Place, period: ReleasePeriod): string[] => [enrolledAt(place), ...measures.flatMap((measure) => { const { part, rest } = cellsOf(measure, period, place); return [part, rest]; })];

interface Shown { readonly snapshot: Snapshot; readonly fresh: ReadonlySet<string>; readonly period: ReleasePeriod }

/** Every figure of every place, hidden ones among them in the same shape. A rate is shown with all its three counts of one release, or not at all. */
const figuresOf = ({ places }: Lattice, releases: readonly Shown[]): ReleasedFigure[] => {
  const now = releases.at(-1)!;
  return places.flatMap((place) => [null, ...measures].map((measure): ReleasedFigure => {
    const names = measure === null ? [enrolledAt(place)] : Object.values(cellsOf(measure, now.period, place));
    const of = releases.findLast(({ snapshot, fresh }) => names.every((name) => snapshot.cells.has(name) && fresh.has(name)));
    const named: Pick<ReleasedFigure, 'measure' | 'place'> = { measure: measure ?? 'ENROLLED', place: [...place] };
    if (!of) return { ...named, state: 'SUPPRESSED', part: null, whole: null, asOf: now.period.to };
    const whole = of.snapshot.cells.get(enrolledAt(place))!.people.size;
    return { ...named, state: 'VALUE', part: of.snapshot.cells.get(names[0]!)!.people.size, whole, asOf: of.period.to };
  }));
};
