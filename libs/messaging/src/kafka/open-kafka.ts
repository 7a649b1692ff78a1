import type { LogTransport } from '../log-transport.js';
import type { KafkaOptions } from './kafka-options.js';
import { KafkajsLogTransport } from './kafkajs-log-transport.js';
import { PlatformaticLogTransport } from './platformatic-log-transport.js';

/** Which client speaks to the broker; both pass one contract suite. */
export type KafkaClient = 'kafkajs' | 'platformatic';

/** Opens the transport of the log over Kafka, after a look whether client and brokers understand each other.
 * @throws IncompatibleBroker with one sentence; the network's error if no broker answers */
export const openKafka = ({ client = 'kafkajs', ...options }: KafkaOptions & { readonly client?: KafkaClient }): Promise<LogTransport> =>
  (client === 'kafkajs' ? KafkajsLogTransport : PlatformaticLogTransport).open(options);
