import { ReportingLineChanged, type DirectoryEvent } from '@vouchsafe/directory-contracts';
import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { IsoDate } from '@vouchsafe/event-schema';
import { linesOf } from '../organization-graph/organization-graph.js';
import type { Directory } from './directory.js';
import { valueAt } from './persistent-map.js';

export interface ChangeReportingLine {
  readonly postId: string;
  readonly reportsTo: string | null;
  readonly dottedTo: readonly string[];
  /** The effective day; it may lie in the past. It becomes the event's `occurredOn`. */
  readonly occurredOn: IsoDate;
}

export type ChangeReportingLineRejection =
  | { reason: 'PostIsUnknown' }
  | { reason: 'LineWouldCloseACircle' }
  | { reason: 'BeforeThePersonJoined'; joinedOn: IsoDate }
  | { reason: 'AnotherImportIsBeingRecorded'; importId: string };

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

/** Draws a post's lines anew. A line that leads back to the post is refused, whatever its length; so is a day on which its holder was not here. */
export const changeReportingLine = (
  { postId, reportsTo, dottedTo, occurredOn }: ChangeReportingLine, state: Directory,
): Decision<DirectoryEvent, ChangeReportingLineRejection> => {
  if (state.recording) return reject({ reason: 'AnotherImportIsBeingRecorded', importId: state.recording.importId });
  const post = valueAt(state.posts, postId);
  const lines = linesOf({ reportsTo, dottedTo });
  if (!post || lines.some((line) => !valueAt(state.posts, line))) return reject({ reason: 'PostIsUnknown' });
  if (isAtOrAbove(state, postId, lines)) return reject({ reason: 'LineWouldCloseACircle' });
  for (const { personId } of post.holders) {
    const joinedOn = valueAt(state.persons, personId)?.joinedOn;
    if (joinedOn !== undefined && occurredOn < joinedOn) return reject({ reason: 'BeforeThePersonJoined', joinedOn });
  }
  return accept(ReportingLineChanged.of({ postId, reportsTo, dottedTo: [...dottedTo], lineKnown: true }));
};
