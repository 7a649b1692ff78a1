import type { Directory } from '../directory/directory.js';
import { valueAt } from '../directory/persistent-map.js';
import type { DirectoryKeys } from './cards.js';
import type { StagedPeople } from './stage.js';
import { ownPostKey } from './staged-row.js';

/** A key map that does not fit is refused with the first key at fault, as the map's author wrote it. */
export type KeyMapRejection =
  | { reason: 'KeyMapNamesAnUnknownPost'; key: string }
  | { reason: 'KeyMapLeadsToNoRow'; key: string }
  | { reason: 'KeyMapIsAmbiguous'; key: string };

/** The ids behind a file's keys, once the keys that the map renames have been carried over to their new names. */
interface Renumbered {
  readonly accepted: true;
  readonly postIds: ReadonlyMap<string, string>;
  readonly personIds: ReadonlyMap<string, string>;
  /** The posts whose key changes. */
  readonly renumbered: readonly string[];
}

const carriedOver = (ids: ReadonlyMap<string, string>, renamed: readonly (readonly [string, string])[]): Map<string, string> => {
  const carried = new Map(ids);
  for (const [from] of renamed) carried.delete(from);
  for (const [from, to] of renamed) if (ids.has(from)) carried.set(to, ids.get(from)!);
  return carried;
};

export const renumber = (
  staged: StagedPeople, directory: Directory, keys: DirectoryKeys, keyMap: Readonly<Record<string, string>>,
): Renumbered | { accepted: false; rejection: KeyMapRejection } => {
  const ofPeople = staged.profile.rows === 'people';
  const ids = ofPeople ? keys.personIds : keys.postIds;
  const inFile = ofPeople
    ? new Set([...staged.posts.values()].flatMap(({ holders }) => holders.map(({ person }) => person!.employeeNumber)))
    : staged.posts;
  const isHere = (key: string): boolean => {
    const id = ids.get(key);
    if (id === undefined) return false;
    return ofPeople ? valueAt(directory.persons, id)?.status === 'present' : valueAt(directory.posts, id) !== undefined;
  };
  const renames = Object.entries(keyMap).filter(([from, to]) => from !== to);
  const given = new Set(renames.map(([from]) => from));
  const taken = new Set<string>();
  for (const [from, to] of renames) {
    if (!isHere(from)) return { accepted: false, rejection: { reason: 'KeyMapNamesAnUnknownPost', key: from } };
    if (!inFile.has(to)) return { accepted: false, rejection: { reason: 'KeyMapLeadsToNoRow', key: to } };
    // Two posts cannot become one, and a key that still belongs to another post is not free.
    if (taken.has(to) || (isHere(to) && !given.has(to))) return { accepted: false, rejection: { reason: 'KeyMapIsAmbiguous', key: to } };
    taken.add(to);
  }
  const posts = ofPeople ? renames.map(([from, to]) => [ownPostKey(from), ownPostKey(to)] as const) : renames;
  const postIds = carriedOver(keys.postIds, posts);
  return {
    accepted: true,
    postIds,
    personIds: ofPeople ? carriedOver(keys.personIds, renames) : keys.personIds,
    renumbered: posts.map(([from]) => keys.postIds.get(from)).filter((postId) => postId !== undefined),
  };
};
