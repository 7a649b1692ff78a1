import type { EventStore } from '@vouchsafe/event-store';
import { IncompatibleBroker, LOG_TOPIC, openTopics, WrongTopic } from '@vouchsafe/messaging';
import { TopicFeed } from '@vouchsafe/projections';
import { logger } from '@vouchsafe/telemetry';

export const REACTORS = 'vouchsafe.reactor';

/** The feed over the topic, in the reactors' own group. A broker or a topic that will not do is somebody's mistake, and is thrown here; one that is away comes back.
 * @throws IncompatibleBroker, WrongTopic */
export const openFeed = async (store: EventStore, brokers: readonly string[]): Promise<TopicFeed> => {
  const log = logger('reactor');
  const ask = () => openTopics([LOG_TOPIC], { brokers, clientId: REACTORS, log: { warn: (text) => log.warn(text), debug: (text) => log.debug(text) } });
  let first = await ask().catch((error: unknown) => {
    if (error instanceof IncompatibleBroker || error instanceof WrongTopic) throw error;
    return undefined; // the feed says so
  });
  const open = async () => {
    const opened = first ?? await ask();
    first = undefined;
    return opened;
  };
  const onSeen = ({ what, ...seen }: Parameters<NonNullable<ConstructorParameters<typeof TopicFeed>[2]['onSeen']>>[0]) => log[what === 'refused' ? 'error' : 'debug'](seen, `the topic: ${what}`);
  return new TopicFeed(store, open, { group: REACTORS, onSeen });
};
