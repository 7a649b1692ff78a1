import { join } from 'node:path';
import type { Database } from '@vouchsafe/access';
import type { PersonCards } from '@vouchsafe/directory-contracts';
import { SystemClock, type EventStore } from '@vouchsafe/event-store';
import type { Channel, Policy } from '@vouchsafe/reactions';
import { mailChannel } from './mail/mail-channel.js';
import { outboxPost, smtpPost } from './mail/post.js';
import type { NotificationSettings } from './settings/notification-settings.js';
import { egress } from './webhooks/post-once.js';
import { webhookChannel } from './webhooks/webhook-channel.js';
import { whenSomethingHappenedTellSubscribedSystems } from './when-something-happened-tell-subscribed-systems/when-something-happened-tell-subscribed-systems.js';

export interface ChannelParts {
  readonly database: Database;
  readonly store: EventStore;
  readonly cards: PersonCards;
  /** Where the outbox lies. */
  readonly home: string;
  readonly settings: NotificationSettings;
}

export interface Channels {
  readonly channels: readonly Channel[];
  close(): void;
}

/** The folder of mails that are sent to nobody. */
export const outboxOf = (home: string): string => join(home, 'outbox');

/** The ways out: mail and webhooks. */
export const openChannels = async ({ database, store, cards, home, settings }: ChannelParts): Promise<Channels> => {
  const post = settings.smtpUrl === null ? outboxPost(outboxOf(home), settings.mailFrom) : smtpPost(settings.smtpUrl, settings.mailFrom);
  const webhooks = webhookChannel({ log: store, clock: new SystemClock(), installationSecret: await database.installationSecret(), egress: egress(settings) });
  return { channels: [mailChannel(cards, post, settings), webhooks], close: () => post.close() };
};

export const notificationPolicies = (): readonly Policy[] => [whenSomethingHappenedTellSubscribedSystems()];
