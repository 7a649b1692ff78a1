import type { LogTransport, TopicSpec } from '../log-transport.js';
import type { KafkaOptions } from './kafka-options.js';
import { KafkajsLogTransport } from './kafkajs-log-transport.js';
import { PlatformaticLogTransport } from './platformatic-log-transport.js';

/** Which client speaks to the broker; both pass one contract suite. */
export type KafkaClient = 'kafkajs' | 'platformatic';

/** Opens the transport of the log over Kafka, after a look whether client and brokers understand each other.
 * @throws IncompatibleBroker with one sentence; the network's error if no broker answers */
export const openKafka = ({ client = 'kafkajs', ...options }: KafkaOptions & { readonly client?: KafkaClient }): Promise<LogTransport> =>
  (client === 'kafkajs' ? KafkajsLogTransport : PlatformaticLogTransport).open(options);

/** The same, with topics that are there, and as they must be.
 * @throws WrongTopic as well */
export const openTopics = async (topics: readonly TopicSpec[], options: Parameters<typeof openKafka>[0]): Promise<LogTransport> => {
  const transport = await openKafka(options);
  try {
    await transport.ensureTopics(topics);
    return transport;
  } catch (error) {
    await transport.close();
    throw error;
  }
};
