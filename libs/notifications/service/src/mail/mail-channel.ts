import type { PersonCards } from '@vouchsafe/directory-contracts';
import { MAIL, notice } from '@vouchsafe/notifications-contracts';
import { overHours, type Channel, type Delivered } from '@vouchsafe/reactions';
import { MailRefused, type Post } from './post.js';
import { wordsFor } from './words.js';

/** Brings notices to people. Their addresses are looked up at the last moment, and stand nowhere on the way: whoever was forgotten since gets no mail. */
export const mailChannel = (cards: PersonCards, post: Post, { publicUrl }: { publicUrl: string }): Channel => ({
  name: MAIL, width: 4, schedule: overHours,
  deliver: async ({ tenant, id, payload }): Promise<Delivered> => {
    const asked = notice.parse(payload);
    const address = (await cards.cards(tenant, [asked.to])).get(asked.to)?.workEmail;
    if (!address) return { outcome: 'done', note: 'nobody to write to' };
    try {
      await post.send({ id, to: address, ...wordsFor(asked, publicUrl) });
      return { outcome: 'done' };
    } catch (error) {
      return { outcome: 'failed', reason: (error as Error).message, isFinal: error instanceof MailRefused };
    }
  },
});
