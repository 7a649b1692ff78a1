import { DirectoryFactCorrected, type DirectoryEvent } from '@vouchsafe/directory-contracts';
import { accept, reject, type Decision } from '@vouchsafe/decider';
import type { DataOf, IsoDate } from '@vouchsafe/event-schema';
import { beforeAHolderJoined, type AnotherImportIsBeingRecorded, type BeforeThePersonJoined, type DayIsInTheFuture } from './change-reporting-line.js';
import type { Directory } from './directory.js';
import { valueAt } from './persistent-map.js';

/** `occurredOn` is the day from which the corrected fact holds. */
export type CorrectDirectoryFact = DataOf<typeof DirectoryFactCorrected> & { readonly occurredOn: IsoDate; readonly today: IsoDate };

export type CorrectDirectoryFactRejection = { reason: 'PostIsUnknown' } | BeforeThePersonJoined | DayIsInTheFuture | AnotherImportIsBeingRecorded;

/** Corrects what is believed of a post, from a day on. It is recorded also where the newest belief is right already: an earlier day may not be. */
export const correctDirectoryFact = (
  { postId, fact, reason, occurredOn, today }: CorrectDirectoryFact, state: Directory,
): Decision<DirectoryEvent, CorrectDirectoryFactRejection> => {
  const post = valueAt(state.posts, postId);
  if (!post) return reject({ reason: 'PostIsUnknown' });
  if (state.recording) return reject({ reason: 'AnotherImportIsBeingRecorded', importId: state.recording.importId });
  if (occurredOn > today) return reject({ reason: 'DayIsInTheFuture', today });
  const tooEarly = beforeAHolderJoined(post, occurredOn, state);
  return tooEarly ? reject(tooEarly) : accept(DirectoryFactCorrected.of({ postId, fact, reason }));
};
