import { fourDecimals, wilson } from '@vouchsafe/statistics';
import type { ReleasedFigure as Released } from '@vouchsafe/program-analytics-contracts';
import type { ReleasedFigure, ReleasedPlace, ReleasedReport, ReleaseHeading } from '../../graphql.generated.js';
import type { ShelvedRelease } from '../release-shelf.js';

const nothing = { part: null, whole: null, value: null, low: null, high: null };

const shownFigure = ({ measure, state, part, whole, asOf }: Released): ReleasedFigure => {
  const named = { __typename: 'ReleasedFigure', measure, asOf } as const;
  if (state === 'SUPPRESSED' || part === null || whole === null) return { ...named, state: 'SUPPRESSED', ...nothing };
  if (whole === 0) return { ...named, state: 'NOT_APPLICABLE', ...nothing, part, whole };
  if (measure === 'ENROLLED') return { ...named, state: 'VALUE', ...nothing, part, whole };
  const { low, high } = wilson({ count: part, n: whole });
  return { ...named, state: 'VALUE', part, whole, value: fourDecimals(part / whole), low: fourDecimals(low), high: fourDecimals(high) };
};

export const shownHeading = ({ releaseId, number, from, to, publishedAt }: ShelvedRelease): ReleaseHeading =>
  ({ __typename: 'ReleaseHeading', releaseId, number, period: { __typename: 'Period', from, to }, publishedAt });

/** A release as it is read. Whatever derives from a figure derives from what was released of it. */
export const shownRelease = (release: ShelvedRelease, figures: readonly Released[]): ReleasedReport => {
  const { programId, k, lattice, position, chain } = release;
  const places = new Map<string, { place: readonly (string | null)[]; figures: ReleasedFigure[] }>();
  for (const figure of figures) {
    const key = JSON.stringify(figure.place);
    const place = places.get(key) ?? { place: figure.place, figures: [] };
    place.figures.push(shownFigure(figure));
    places.set(key, place);
  }
  return {
    ...shownHeading(release), __typename: 'ReleasedReport', programId, k, lattice, position, chain,
    places: [...places.values()].map((place): ReleasedPlace => ({ __typename: 'ReleasedPlace', ...place })),
  };
};
