import type { ReleaseDimension, ReleasedMeasure } from '@vouchsafe/program-analytics-contracts';
import type { History, Person, Stretch } from '@vouchsafe/program-analytics-domain';

/** What is counted besides those enrolled. `isOpen` where the thing counted is an open fact; having a sponsor is not. `isOfThePeriod` where it happened within
 * the period rather than held on its last day. */
export const counted = {
  COVERAGE: { isOpen: false, isOfThePeriod: false },
  ADVOCACY: { isOpen: false, isOfThePeriod: true },
  PROMOTION: { isOpen: true, isOfThePeriod: true },
  MOVE: { isOpen: true, isOfThePeriod: true },
} as const satisfies Readonly<Record<Exclude<ReleasedMeasure, 'ENROLLED'>, { isOpen: boolean; isOfThePeriod: boolean }>>;
export type Counted = keyof typeof counted;

/** A protégé enrolled on the freeze day: where they stand on it, one category per dimension, and what is true of them. */
export interface CountedPerson { readonly personId: string; readonly at: readonly string[]; readonly has: readonly Counted[] }

/** What a release needs of an organization's history. */
export const RELEASE_NEEDS = ['rules', 'enrolments', 'commitments', 'actions', 'outcomes', 'people'] as const;
export type ReleaseHistory = Pick<History, (typeof RELEASE_NEEDS)[number]>;

const UNKNOWN = 'UNKNOWN';
const holds = ({ from, until }: Stretch, day: number): boolean => from <= day && (until === null || until > day);

const categoryOf = (dimension: ReleaseDimension, cohortId: string, person: Person | undefined, day: number): string => {
  const standing = person?.standings.find((each) => holds(each, day));
  switch (dimension) {
    case 'COHORT': return cohortId;
    case 'LEVEL': return standing?.rank == null ? UNKNOWN : String(standing.rank);
    case 'FUNCTION': return standing?.function ?? UNKNOWN;
    case 'UNIT': return standing?.unit ?? UNKNOWN;
  }
};

/** Everybody whom a release counts, each once, by id: of several cohorts the first by its id.
 * @param from the period's first day, as a day number
 * @param to its last, which is the freeze day */
export const countedPeople = ({ enrolments, commitments, actions, outcomes, people }: ReleaseHistory, { from, to }: { from: number; to: number }, dimensions: readonly ReleaseDimension[]): CountedPerson[] => {
  const known = new Map(people.map((person) => [person.personId, person]));
  const within = ({ on }: { on: number }): boolean => from <= on && on <= to;
  const cohorts = new Map<string, string>();
  for (const place of enrolments) {
    const before = cohorts.get(place.personId);
    if (place.role === 'PROTEGE' && holds(place, to) && (before === undefined || place.cohortId < before)) cohorts.set(place.personId, place.cohortId);
  }
  const proteges = new Map(commitments.map(({ commitmentId, protegeId }) => [commitmentId, protegeId]));
  const having: Readonly<Record<Counted, ReadonlySet<string | undefined>>> = {
    COVERAGE: new Set(commitments.filter(({ spans }) => spans.some((span) => span.covers && holds(span, to))).map(({ protegeId }) => protegeId)),
    ADVOCACY: new Set(actions.filter((action) => action.confirmed && within(action)).map(({ commitmentId }) => proteges.get(commitmentId))),
    PROMOTION: new Set(outcomes.filter((outcome) => outcome.kind === 'PROMOTION' && within(outcome)).map(({ personId }) => personId)),
    MOVE: new Set(outcomes.filter((outcome) => (outcome.kind === 'LATERAL_MOVE' || outcome.kind === 'TRANSITION') && within(outcome)).map(({ personId }) => personId)),
  };
  return [...cohorts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([personId, cohortId]) => ({
    personId,
    at: dimensions.map((dimension) => categoryOf(dimension, cohortId, known.get(personId), to)),
    has: (Object.keys(having) as Counted[]).filter((measure) => having[measure].has(personId)),
  }));
};
