import type { IsoDate } from '@vouchsafe/event-schema';
import type { Directory, Holder } from '../directory/directory.js';
import { entriesOf, valueAt } from '../directory/persistent-map.js';
import type { PersonCard } from './cards.js';
import type { StagedPeople } from './stage.js';
import type { StagedHolder, StagedPost } from './staged-posts.js';

interface Place { readonly postId: string; readonly personId: string }
type Filled = Place & { readonly share: number | null; readonly line: number };

export interface ComparedHolders {
  readonly joined: { readonly personId: string; readonly joinedOn: IsoDate; readonly line: number }[];
  readonly returned: { readonly personId: string; readonly line: number }[];
  readonly vacated: Place[];
  readonly filled: Filled[];
  readonly shares: Filled[];
  readonly left: string[];
  moved: number;
  readonly cards: PersonCard[];
}

interface Sides {
  readonly posts: readonly StagedPost[];
  readonly postIds: ReadonlyMap<string, string>;
  readonly personIds: ReadonlyMap<string, string>;
  readonly newId: () => string;
}

const nothing = (): ComparedHolders => ({ joined: [], returned: [], vacated: [], filled: [], shares: [], left: [], moved: 0, cards: [] });

/** Who joins, leaves, returns, moves or works another share of the week. */
export const compareHolders = (staged: StagedPeople, directory: Directory, sides: Sides): ComparedHolders => {
  switch (staged.profile.rows) {
    case 'posts': return compareUnnamed(staged.asOf, directory, sides);
    case 'people': return compareNamed(directory, sides);
  }
};

/** Pairs the holders of a kept post with its rows: first those whose share is the same, then the others in order. */
const pairUp = (before: readonly Holder[], after: readonly StagedHolder[]): { kept: [Holder, StagedHolder][]; gone: Holder[]; come: StagedHolder[] } => {
  const come = [...after];
  const kept: [Holder, StagedHolder][] = [];
  const others: Holder[] = [];
  for (const holder of before) {
    const same = come.findIndex(({ share }) => share === holder.share);
    if (same === -1) others.push(holder);
    else kept.push([holder, come.splice(same, 1)[0]!]);
  }
  while (others.length > 0 && come.length > 0) kept.push([others.shift()!, come.shift()!]);
  return { kept, gone: others, come };
};

const compareUnnamed = (asOf: IsoDate, directory: Directory, { posts, postIds, newId }: Sides): ComparedHolders => {
  const found = nothing();
  const leave = (postId: string, { personId }: Holder): void => {
    found.vacated.push({ postId, personId });
    found.left.push(personId);
  };
  for (const post of posts) {
    const postId = postIds.get(post.key)!;
    const { kept, gone, come } = pairUp(valueAt(directory.posts, postId)?.holders ?? [], post.holders);
    for (const [{ personId, share }, holder] of kept) {
      if (share !== holder.share) found.shares.push({ postId, personId, share: holder.share, line: holder.line });
    }
    for (const holder of gone) leave(postId, holder);
    for (const { line, share } of come) {
      const personId = newId();
      found.joined.push({ personId, joinedOn: asOf, line });
      found.filled.push({ postId, personId, share, line });
    }
  }
  const named = new Set(postIds.values());
  for (const [postId, { holders }] of entriesOf(directory.posts)) if (!named.has(postId)) for (const holder of holders) leave(postId, holder);
  return found;
};

const compareNamed = (directory: Directory, { posts, postIds, personIds, newId }: Sides): ComparedHolders => {
  const found = nothing();
  const here = new Set<string>();
  for (const post of posts) {
    const postId = postIds.get(post.key)!;
    for (const { line, share, person } of post.holders) {
      const { joinedOn, isPresent: _present, ...details } = person!;
      const personId = personIds.get(details.employeeNumber) ?? newId();
      here.add(personId);
      found.cards.push({ personId, ...details });
      const before = valueAt(directory.persons, personId);
      if (before === undefined) found.joined.push({ personId, joinedOn, line });
      else if (before.status === 'left') found.returned.push({ personId, line });
      const held = before?.status === 'present' ? before.postId : null;
      const place = held === postId ? valueAt(directory.posts, postId)?.holders.find((holder) => holder.personId === personId) : undefined;
      if (place) {
        if (place.share !== share) found.shares.push({ postId, personId, share, line });
        continue;
      }
      if (held !== null) {
        found.vacated.push({ postId: held, personId });
        found.moved += 1;
      }
      found.filled.push({ postId, personId, share, line });
    }
  }
  for (const [personId, person] of entriesOf(directory.persons)) {
    if (person.status === 'left' || here.has(personId)) continue;
    if (person.postId !== null) found.vacated.push({ postId: person.postId, personId });
    found.left.push(personId);
  }
  return found;
};
