import { ReportingLineChanged, type DirectoryEvent } from '@vouchsafe/directory-contracts';
import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { linesOf } from '../organization-graph/organization-graph.js';
import type { Directory, Post } from './directory.js';
import { valueAt } from './persistent-map.js';

export interface ChangeReportingLine {
  readonly postId: string;
  readonly reportsTo: string | null;
  readonly dottedTo: readonly string[];
  /** The effective day; it may lie in the past. It becomes the event's `occurredOn`. */
  readonly occurredOn: IsoDate;
  readonly today: IsoDate;
}

export type DayIsInTheFuture = { reason: 'DayIsInTheFuture'; today: IsoDate };
export type BeforeThePersonJoined = { reason: 'BeforeThePersonJoined'; joinedOn: IsoDate };
export type AnotherImportIsBeingRecorded = { reason: 'AnotherImportIsBeingRecorded'; importId: string };

export type ChangeReportingLineRejection =
  | { reason: 'PostIsUnknown' }
  | { reason: 'LineWouldCloseACircle' }
  | BeforeThePersonJoined
  | DayIsInTheFuture
  | AnotherImportIsBeingRecorded;

const isAtOrAbove = (state: Directory, postId: string, starts: readonly string[]): boolean => {
  const seen = new Set<string>();
  const ahead = [...starts];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === postId) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    const post = valueAt(state.posts, at);
    if (post) ahead.push(...linesOf(post));
  }
  return false;
};

/** Why a day is too early for a post's holders; null if it is not. */
export const beforeAHolderJoined = ({ holders }: Post, day: IsoDate, { persons }: Directory): BeforeThePersonJoined | null => {
  for (const { personId } of holders) {
    const joinedOn = valueAt(persons, personId)?.joinedOn;
    if (joinedOn !== undefined && day < joinedOn) return { reason: 'BeforeThePersonJoined', joinedOn };
  }
  return null;
};

/** Draws a post's lines anew. A line that leads back to the post is refused, whatever its length; so is a day on which its holder was not here. */
export const changeReportingLine = (
  { postId, reportsTo, dottedTo, occurredOn, today }: ChangeReportingLine, state: Directory,
): Decision<DirectoryEvent, ChangeReportingLineRejection> => {
  if (state.recording) return reject({ reason: 'AnotherImportIsBeingRecorded', importId: state.recording.importId });
  const post = valueAt(state.posts, postId);
  const lines = linesOf({ reportsTo, dottedTo });
  if (!post || lines.some((line) => !valueAt(state.posts, line))) return reject({ reason: 'PostIsUnknown' });
  if (isAtOrAbove(state, postId, lines)) return reject({ reason: 'LineWouldCloseACircle' });
  if (occurredOn > today) return reject({ reason: 'DayIsInTheFuture', today });
  const tooEarly = beforeAHolderJoined(post, occurredOn, state);
  if (tooEarly) return reject(tooEarly);
  return accept(ReportingLineChanged.of({ postId, reportsTo, dottedTo: [...dottedTo], lineKnown: true }));
};
