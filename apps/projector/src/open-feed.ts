import type { EventStore } from '@vouchsafe/event-store';
import { IncompatibleBroker, LOG_TOPIC, openTopics, WrongTopic, type TopicSpec } from '@vouchsafe/messaging';
import { TopicFeed } from '@vouchsafe/projections';
import { logger } from '@vouchsafe/telemetry';
import { onSeenOf } from './projector-metrics.js';

export const PROJECTORS = 'vouchsafe.projector';

/** The feed over the topic. A broker or a topic that will not do is somebody's mistake, and is thrown here; one that is away comes back.
 * @throws IncompatibleBroker, WrongTopic */
export const openFeed = async (store: EventStore, brokers: readonly string[], topic: TopicSpec = LOG_TOPIC, group = PROJECTORS): Promise<TopicFeed> => {
  const log = logger('projector');
  const ask = () => openTopics([topic], { brokers, clientId: 'vouchsafe-projector', log: { warn: (text) => log.warn(text), debug: (text) => log.debug(text) } });
  let first = await ask().catch((error: unknown) => {
    if (error instanceof IncompatibleBroker || error instanceof WrongTopic) throw error;
    return undefined; // the feed says so
  });
  const open = async () => {
    const opened = first ?? await ask();
    first = undefined;
    return opened;
  };
  return new TopicFeed(store, open, { group, topic, onSeen: onSeenOf(log) });
};
