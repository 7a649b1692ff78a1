import {
  FunctionChanged, LevelChanged, PersonJoined, PersonLeft, PersonReturned, PostClosed, PostFilled, PostOpened, PostRenumbered, PostVacated,
  ReportingLineChanged, UnitChanged, WorkingShareChanged, type ImportStaged, type OrganizationEvent,
} from '@vouchsafe/directory-contracts';
import type { DataOf } from '@vouchsafe/event-schema';
import { tooManyWouldLeave } from '../directory/confirm-import.js';
import type { Directory, Post } from '../directory/directory.js';
import { entriesOf, valueAt } from '../directory/persistent-map.js';
import { graphFigures, organizationGraph } from '../organization-graph/organization-graph.js';
import type { DirectoryKeys, PersonCard, PostCard } from './cards.js';
import { compareHolders } from './compare-holders.js';
import { renumber, type KeyMapRejection } from './renumber.js';
import type { StagedPeople } from './stage.js';
import type { StagedPost } from './staged-posts.js';

export interface Comparison {
  readonly keys: DirectoryKeys;
  /** From old key to new, for posts (in a file of people: employee numbers) that the employer renumbered. */
  readonly keyMap?: Readonly<Record<string, string>>;
  /** Makes ids for posts and people that are new. */
  readonly newId: () => string;
}

/** A change, and the row that it rests on; null where it rests on the absence of one. */
export interface Change {
  readonly line: number | null;
  readonly event: OrganizationEvent;
}

export interface ComparedPeople {
  /** The revision of the directory that this was compared with. */
  readonly comparedWith: number;
  /** In the order in which they are to be recorded. */
  readonly changes: readonly Change[];
  readonly counts: DataOf<typeof ImportStaged>['changes'];
  readonly leave: {
    readonly holdersBefore: number; readonly leaving: number;
    /** In [0, 1]; null where nobody was there to leave. */
    readonly share: number | null;
    readonly stoppedBy: 'TooManyWouldLeave' | null;
  };
  /** What the cards beside the log must say once this is confirmed, of every post and every named person of the file. */
  readonly cards: { readonly posts: readonly PostCard[]; readonly persons: readonly PersonCard[] };
}

const sameLines = (one: Pick<Post, 'reportsTo' | 'dottedTo'>, other: Pick<Post, 'reportsTo' | 'dottedTo'>): boolean =>
  one.reportsTo === other.reportsTo && one.dottedTo.length === other.dottedTo.length && one.dottedTo.every((line) => other.dottedTo.includes(line));

/** Posts in the order of the graph, those above first, so that a half recorded import has no post without the one above it. */
const topDown = (staged: StagedPeople): StagedPost[] =>
  graphFigures(organizationGraph([...staged.posts.values()].map((post) => ({ ...post, postId: post.key })))).topDown.map((key) => staged.posts.get(key)!);

/**
 * What confirming a staged file would change, against the directory as now believed. Staging the same file again gives no change.
 *
 * A holder whom the file does not name stays as long as the post does; where a kept post has fewer holders than before, the last ones leave.
 * `leave` is the share of the holders so far whose post is gone or, in a file of people, who are themselves gone.
 */
export const compare = (
  staged: StagedPeople, directory: Directory, { keys, keyMap = {}, newId }: Comparison,
): { accepted: true; compared: ComparedPeople } | { accepted: false; rejection: KeyMapRejection } => {
  const renumbered = renumber(staged, directory, keys, keyMap);
  if (!renumbered.accepted) return renumbered;
  const posts = topDown(staged);
  const postIds = new Map(posts.map(({ key }) => [key, renumbered.postIds.get(key) ?? newId()]));

  const changes: Change[] = [];
  const counts = {
    postsOpened: 0, postsClosed: 0, postsKept: 0, postsRenumbered: renumbered.renumbered.length, lineChanged: 0, levelChanged: 0, unitChanged: 0,
    functionChanged: 0, personsJoined: 0, personsLeft: 0, personsReturned: 0, personsMoved: 0,
  };
  const change = (line: number | null, event: OrganizationEvent): void => void changes.push({ line, event });
  for (const postId of renumbered.renumbered) change(null, PostRenumbered.of({ postId }));

  for (const post of posts) {
    const postId = postIds.get(post.key)!;
    const line = {
      reportsTo: post.reportsTo === null ? null : postIds.get(post.reportsTo)!,
      dottedTo: post.dottedTo.map((above) => postIds.get(above)!),
      lineKnown: post.lineKnown,
    };
    const { unit, grade, rank } = post;
    const before = valueAt(directory.posts, postId);
    if (!before) {
      counts.postsOpened += 1;
      change(post.line, PostOpened.of({ postId, unit, function: post.function, grade, rank, ...line }));
      continue;
    }
    counts.postsKept += 1;
    if (before.grade !== grade || before.rank !== rank) {
      counts.levelChanged += 1;
      change(post.line, LevelChanged.of({ postId, grade, rank }));
    }
    if (before.unit !== unit) {
      counts.unitChanged += 1;
      change(post.line, UnitChanged.of({ postId, unit }));
    }
    if (before.function !== post.function) {
      counts.functionChanged += 1;
      change(post.line, FunctionChanged.of({ postId, function: post.function }));
    }
    // A refused line counts as no line: that it is now refused, or no longer, is recorded but is not a changed line.
    if (!sameLines(before, line)) counts.lineChanged += 1;
    if (!sameLines(before, line) || before.lineKnown !== line.lineKnown) change(post.line, ReportingLineChanged.of({ postId, ...line }));
  }

  const kept = new Set(postIds.values());
  const closed = [...entriesOf(directory.posts)].map(([postId]) => postId).filter((postId) => !kept.has(postId));
  const people = compareHolders(staged, directory, { posts, postIds, personIds: renumbered.personIds, newId });
  for (const { personId, joinedOn, line } of people.joined) change(line, PersonJoined.of({ personId, joinedOn }));
  for (const { personId, line } of people.returned) change(line, PersonReturned.of({ personId }));
  for (const { postId, personId } of people.vacated) change(null, PostVacated.of({ postId, personId }));
  for (const { line, ...filled } of people.filled) change(line, PostFilled.of(filled));
  for (const { line, ...shared } of people.shares) change(line, WorkingShareChanged.of(shared));
  for (const postId of closed) change(null, PostClosed.of({ postId }));
  for (const personId of people.left) change(null, PersonLeft.of({ personId }));
  counts.postsClosed = closed.length;
  counts.personsJoined = people.joined.length;
  counts.personsReturned = people.returned.length;
  counts.personsMoved = people.moved;
  counts.personsLeft = people.left.length;

  const holdersBefore = directory.heldPlaces;
  const left = new Set(people.left);
  const leaving = staged.profile.rows === 'people'
    ? people.vacated.filter(({ personId }) => left.has(personId)).length
    : closed.reduce((sum, postId) => sum + valueAt(directory.posts, postId)!.holders.length, 0);
  return {
    accepted: true,
    compared: {
      comparedWith: directory.revision, changes, counts,
      leave: {
        holdersBefore, leaving,
        share: holdersBefore === 0 ? null : leaving / holdersBefore,
        stoppedBy: tooManyWouldLeave({ holdersBefore, leaving }) ? 'TooManyWouldLeave' : null,
      },
      cards: { posts: posts.map(({ key, title }) => ({ postId: postIds.get(key)!, key, title })), persons: people.cards },
    },
  };
};
