import type { Notice, NoticeKind } from '@vouchsafe/notifications-contracts';

/** What can be read over a shoulder: no name, no role, nothing that somebody wrote. Who wants to know more signs in. ASCII, for old mail programs. */
interface Words {
  readonly subject: string;
  readonly says: (day: string) => string;
}

const words: Readonly<Record<NoticeKind, Words>> = {
  PLEDGE_DUE_SOON: { subject: 'Vouchsafe: something of yours falls due soon', says: (day) => `Something that you said you would do falls due on ${day}.` },
  FIRST_CHECK_IN: { subject: 'Vouchsafe: a first meeting is proposed', says: (day) => `An agreement of yours has begun. We propose that the two of you meet for the first time by ${day}.` },
  YOUR_SPONSOR_LEFT: { subject: 'Vouchsafe: something has changed', says: (day) => `Something has changed as of ${day} in an agreement of yours. Nothing has ended. Those who run the programme know of it.` },
  COMMITMENT_AT_RISK: { subject: 'Vouchsafe: a pair needs you', says: (day) => `One side of a pair in a programme of yours has been on their own since ${day}.` },
  ATTRIBUTION_WANTED: { subject: 'Vouchsafe: a question about something on record', says: () => 'Something was put on record a while ago, and nobody has said yet what it rests on. Would you?' },
};

const pages = { commitment: 'commitments', outcome: 'outcomes' } as const;

/** @param publicUrl where people find the product */
export const wordsFor = ({ kind, about: { what, id }, day }: Notice, publicUrl: string): { readonly subject: string; readonly text: string } => {
  const { subject, says } = words[kind];
  const link = `${publicUrl}/${pages[what]}/${encodeURIComponent(id)}`;
  return { subject, text: `${says(day ?? '')}\n\n${link}\n\nThis mail says little on purpose: what it is about is for you alone.\n` };
};
