import { entityId, eventType, isoDate } from '@vouchsafe/event-schema';
import { z } from 'zod';

const count = z.number().int().nonnegative();

/** How many rows carry each verdict; codes are the directory's own list, open to new ones. */
const verdictCounts = z.record(z.string().min(1).max(40), count);

/** What a file says about the organization as a whole. Closure: ancestor–descendant pairs; depth in steps to a top. */
export const organizationFigures = z.object({
  rows: count, posts: count, holders: count, tops: count, depth: count, closure: count, units: count, belowAHole: count,
});

/** What confirming a file would change. Line, level and unit are counted over kept posts. */
export const changeCounts = z.object({
  postsOpened: count, postsClosed: count, postsKept: count, postsRenumbered: count,
  lineChanged: count, levelChanged: count, unitChanged: count, functionChanged: count,
  personsJoined: count, personsLeft: count, personsReturned: count, personsMoved: count,
});

/**
 * A file was read, judged row by row and compared with the directory; nothing has changed yet.
 * The rows' verdicts and the list of changes are kept beside the log: here stand their counts and digests.
 */
export const ImportStaged = eventType('ImportStaged', {
  version: 1,
  schema: z.object({
    importId: entityId,
    /** SHA-256 of the file's bytes, in hexadecimal. */
    fileDigest: z.string().regex(/^[0-9a-f]{64}$/),
    profile: z.object({ name: z.string().min(1).max(100), version: z.number().int().positive() }),
    asOf: isoDate,
    /** The revision of the directory that the file was compared with: only against this one may it be confirmed. */
    comparedWith: count,
    figures: organizationFigures,
    verdicts: verdictCounts,
    rejectedRows: count,
    changes: changeCounts,
    leave: z.object({ holdersBefore: count, leaving: count }),
    changeCount: count,
    /** SHA-256 of the changes in their order, in hexadecimal: what is applied is what was reviewed. */
    changesDigest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** The changes of a staged import are to be applied. They follow in the same stream, then `ImportApplied`. */
export const ImportConfirmed = eventType('ImportConfirmed', {
  version: 1,
  schema: z.object({
    importId: entityId,
    asOf: isoDate,
    changeCount: count,
    /** Why so many may leave at once; null where the guard was silent. */
    acceptLeaversReason: z.string().min(1).max(500).nullable(),
  }),
});

/** The last change of a confirmed import has been recorded. */
export const ImportApplied = eventType('ImportApplied', { version: 1, schema: z.object({ importId: entityId }) });

/** A staged import will not be confirmed. */
export const ImportDiscarded = eventType('ImportDiscarded', { version: 1, schema: z.object({ importId: entityId }) });
