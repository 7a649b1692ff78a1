// What changes in an organization's posts, lines and people. Names, addresses, employee numbers, job titles and the employer's
// own post numbers stand on cards beside the log, never here: an event knows people and posts by random ids.
// The effective day of each change is the event's `occurredOn`.
import { entityId, eventType, isoDate } from '@vouchsafe/event-schema';
import { z } from 'zod';

const unit = z.string().min(1).max(500).nullable();
const businessFunction = z.string().min(1).max(500).nullable();
const grade = z.string().max(100);
/** Tenths of a level, from the tenant's table of grades; null for a grade that the table lacks. */
const rank = z.number().int().nonnegative().nullable();
/** Share of full time, in (0, 1]; null means unknown, never full time. */
const share = z.number().positive().max(1).nullable();

const line = {
  /** The post above; null for a top post, and where the line is not known. */
  reportsTo: entityId.nullable(),
  /** Further posts reported to. They count as chain. */
  dottedTo: z.array(entityId).max(100),
  /** False where a line was refused (it dangled, or closed a circle): the chain above is then unknown, not absent. */
  lineKnown: z.boolean(),
};

export const PostOpened = eventType('PostOpened', {
  version: 1,
  schema: z.object({ postId: entityId, unit, function: businessFunction, grade, rank, ...line }),
});
export const PostClosed = eventType('PostClosed', { version: 1, schema: z.object({ postId: entityId }) });

/** The employer gave a post another number; the post, its holder and its history stay. The numbers stand on the card. */
export const PostRenumbered = eventType('PostRenumbered', { version: 1, schema: z.object({ postId: entityId }) });

export const LevelChanged = eventType('LevelChanged', { version: 1, schema: z.object({ postId: entityId, grade, rank }) });
export const UnitChanged = eventType('UnitChanged', { version: 1, schema: z.object({ postId: entityId, unit }) });
export const FunctionChanged = eventType('FunctionChanged', {
  version: 1, schema: z.object({ postId: entityId, function: businessFunction }),
});
export const ReportingLineChanged = eventType('ReportingLineChanged', {
  version: 1, schema: z.object({ postId: entityId, ...line }),
});

/** A person is with the organization since `joinedOn`, which may lie long before the day we learned it. */
export const PersonJoined = eventType('PersonJoined', { version: 1, schema: z.object({ personId: entityId, joinedOn: isoDate }) });
export const PersonLeft = eventType('PersonLeft', { version: 1, schema: z.object({ personId: entityId }) });
export const PersonReturned = eventType('PersonReturned', { version: 1, schema: z.object({ personId: entityId }) });

export const PostFilled = eventType('PostFilled', {
  version: 1, schema: z.object({ postId: entityId, personId: entityId, share }),
});
export const PostVacated = eventType('PostVacated', { version: 1, schema: z.object({ postId: entityId, personId: entityId }) });
export const WorkingShareChanged = eventType('WorkingShareChanged', {
  version: 1, schema: z.object({ postId: entityId, personId: entityId, share }),
});

/** Access ends on the day; post, lines and history stay, until a file says that the person left. It is neither leaving nor erasure.
 * Others end what rested on the person being here. A person who leaves and returns has access again. */
export const PersonDeactivated = eventType('PersonDeactivated', { version: 1, schema: z.object({ personId: entityId }) });

/** What was believed of a post was wrong: from the effective day on this holds, whatever was believed of later days. Nothing happened in
 * the world, so nobody rose and nobody moved by it. */
export const DirectoryFactCorrected = eventType('DirectoryFactCorrected', {
  version: 1,
  schema: z.object({
    postId: entityId,
    fact: z.discriminatedUnion('field', [
      z.object({ field: z.literal('LEVEL'), grade, rank }),
      z.object({ field: z.literal('UNIT'), unit }),
      z.object({ field: z.literal('FUNCTION'), function: businessFunction }),
    ]),
    reason: z.string().trim().min(1).max(280),
  }),
});
