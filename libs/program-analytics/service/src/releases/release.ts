import { accept, reject, stream, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { ReleaseLatticeDeclared, releaseEvents, ReleasePublished, type Release, type ReleaseDimension, type ReleaseEvent, type ReleasePeriod } from '@vouchsafe/program-analytics-contracts';
import { isQuarters } from '../analytics/period.js';

/** A programme's releases, the oldest first, and how they divide people; null where nobody has said. */
export interface Releases { readonly dimensions: readonly ReleaseDimension[] | null; readonly published: readonly Release[] }

const evolve = (state: Releases, { type, data }: ReleaseEvent): Releases => {
  switch (type) {
    case 'ReleaseLatticeDeclared': return { ...state, dimensions: data.dimensions };
    case 'ReleasePublished': return { ...state, published: [...state.published, data] };
  }
};
export const releases = stream<Releases, ReleaseEvent>('release', releaseEvents, { dimensions: null, published: [] }, evolve);

export type DeclareReleaseLatticeRejection = { reason: 'DimensionStandsTwice' } | { reason: 'LatticeIsDeclared' } | { reason: 'PeopleAreEnrolledAlready' };

/** Said before there are data, or who chooses could choose what the data would show.
 * @param isAnybodyEnrolled whether anybody ever was */
export const declareReleaseLattice = (
  { programId, dimensions, isAnybodyEnrolled }: { programId: string; dimensions: readonly ReleaseDimension[]; isAnybodyEnrolled: boolean }, state: Releases,
): Decision<ReleaseEvent, DeclareReleaseLatticeRejection> => {
  if (new Set(dimensions).size !== dimensions.length) return reject({ reason: 'DimensionStandsTwice' });
  if (state.dimensions !== null) return reject({ reason: 'LatticeIsDeclared' });
  if (isAnybodyEnrolled || state.published.length > 0) return reject({ reason: 'PeopleAreEnrolledAlready' });
  return accept(ReleaseLatticeDeclared.of({ programId, dimensions: [...dimensions] }));
};

export type AskForReleaseRejection =
  | { reason: 'PeriodEndsBeforeItStarts'; period: ReleasePeriod } | { reason: 'WholeQuartersOnly' } | { reason: 'PeriodIsNotOver'; to: IsoDate }
  | { reason: 'LaterPeriodIsPublished'; to: IsoDate };

/** Why no release of this period may be made at all; null if one may.
 * @param today the earliest day anywhere: a period is over when it is over for everybody */
export const releaseRefusal = (period: ReleasePeriod, today: IsoDate, { published }: Releases): AskForReleaseRejection | null => {
  if (period.to < period.from) return { reason: 'PeriodEndsBeforeItStarts', period };
  if (!isQuarters(period)) return { reason: 'WholeQuartersOnly' };
  if (period.to >= today) return { reason: 'PeriodIsNotOver', to: period.to };
  const last = published.at(-1)?.period.to;
  return last !== undefined && period.to < last ? { reason: 'LaterPeriodIsPublished', to: last } : null;
};

export type PublishReleaseRejection = AskForReleaseRejection | { reason: 'ReleaseAuditFails' } | { reason: 'TooManyPlaces'; places: number; most: number };

/** @param passed what the audit said: a release that fails it is not published */
export const publishRelease = ({ release, passed }: { release: Release; passed: boolean }): Decision<ReleaseEvent, { reason: 'ReleaseAuditFails' }> =>
  (passed ? accept(ReleasePublished.of(release)) : reject({ reason: 'ReleaseAuditFails' }));
