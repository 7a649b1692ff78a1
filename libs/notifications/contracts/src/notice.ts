import { entityId, isoDate } from '@vouchsafe/event-schema';
import { z } from 'zod';

/** The channel that brings notices to people. */
export const MAIL = 'mail';

/** What a person can be told by mail. A kind and not a text: the words are the channel's, and say nothing that would not stand a look over the shoulder. */
export const noticeKind = z.enum(['PLEDGE_DUE_SOON', 'FIRST_CHECK_IN', 'YOUR_SPONSOR_LEFT', 'COMMITMENT_AT_RISK', 'ATTRIBUTION_WANTED']);
export type NoticeKind = z.output<typeof noticeKind>;

/** What a policy asks the channel to say. Ids and a day: there is no field here through which a name or somebody's words could enter. */
export const notice = z.strictObject({
  to: entityId,
  kind: noticeKind,
  about: z.strictObject({ what: z.enum(['commitment', 'outcome']), id: entityId }),
  /** The day that it turns on, where it does. */
  day: isoDate.nullable(),
});
export type Notice = z.output<typeof notice>;
