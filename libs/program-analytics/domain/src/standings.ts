import type { Day, Person, Standing, Stretch } from './history.js';

/** A value of a post from a day on. `corrected`: nothing happened in the world on that day, what was believed had been wrong. */
export interface Turn<T> { readonly from: Day; readonly value: T; readonly corrected: boolean }

/** A post through time, with those who held it. Turns are in the order of their days, one a day. */
export interface Post {
  readonly postId: string;
  readonly ranks: readonly Turn<number | null>[];
  readonly units: readonly Turn<string | null>[];
  readonly functions: readonly Turn<string | null>[];
  readonly holders: readonly (Stretch & { readonly personId: string; readonly share: number | null })[];
}

export interface Presence { readonly personId: string; readonly stays: readonly Stretch[]; readonly closed: readonly Stretch[] }

interface Piece extends Standing { readonly share: number; readonly corrected: boolean }

const valueAt = <T>(turns: readonly Turn<T>[], day: Day): T | null => turns.findLast(({ from }) => from <= day)?.value ?? null;

/** A holder's time in a post, cut where rank, unit or function turn. */
const piecesOf = ({ postId, ranks, units, functions, holders }: Post): (Piece & { readonly personId: string })[] => holders.flatMap(({ personId, from, until, share }) => {
  const isInside = (day: Day): boolean => day > from && (until === null || day < until);
  const cuts = [...new Set([from, ...[...ranks, ...units, ...functions].map((turn) => turn.from).filter(isInside)])].sort((one, other) => one - other);
  return cuts.map((cut, index) => ({
    personId, postId, from: cut, until: cuts[index + 1] ?? until, rank: valueAt(ranks, cut), unit: valueAt(units, cut), function: valueAt(functions, cut), share: share ?? 0,
    corrected: cut !== from && ranks.some((turn) => turn.from === cut && turn.corrected),
  }));
});

/** Of several posts at a time the one that takes most of the week. */
const mainPieces = (pieces: readonly Piece[]): Piece[] => {
  const sorted = [...pieces].sort((one, other) => one.from - other.from);
  if (sorted.every((piece, index) => index === 0 || (sorted[index - 1]!.until ?? Infinity) <= piece.from)) return sorted;
  const cuts = [...new Set(sorted.flatMap(({ from, until }) => (until === null ? [from] : [from, until])))].sort((one, other) => one - other);
  return cuts.flatMap((from, index) => {
    const [main] = sorted.filter((piece) => piece.from <= from && (piece.until ?? Infinity) > from)
      .sort((one, other) => other.share - one.share || (one.postId < other.postId ? -1 : 1));
    return main ? [{ ...main, from, until: cuts[index + 1] ?? null, corrected: main.corrected && main.from === from }] : [];
  });
};

/** Days on which somebody stood higher than they last stood in the same stay. What a correction says is no rise: nothing happened on that day. */
const risesOf = (pieces: readonly Piece[], stays: readonly Stretch[]): Day[] => {
  const rises: Day[] = [];
  let last: { readonly rank: number; readonly from: Day } | null = null;
  for (const { rank, from, corrected } of pieces) {
    if (rank === null) continue;
    const since = last;
    if (since && rank > since.rank && !corrected && !stays.some((stay) => stay.from > since.from && stay.from <= from)) rises.push(from);
    last = { rank, from };
  }
  return rises;
};

/** People with where they stood, put together from their posts. In the order of their ids. */
export const peopleOf = (presences: readonly Presence[], posts: readonly Post[]): Person[] => {
  const pieces = new Map<string, Piece[]>();
  for (const { personId, ...piece } of posts.flatMap(piecesOf)) {
    const theirs = pieces.get(personId);
    if (theirs) theirs.push(piece);
    else pieces.set(personId, [piece]);
  }
  return [...presences].sort((one, other) => (one.personId < other.personId ? -1 : 1)).map(({ personId, stays, closed }) => {
    const standings = mainPieces(pieces.get(personId) ?? []);
    return { personId, stays, closed, standings: standings.map(({ share: _share, corrected: _corrected, ...standing }) => standing), rises: risesOf(standings, stays) };
  });
};
