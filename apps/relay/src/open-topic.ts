import { KafkajsLogTransport, LOG_TOPIC, type LogTransport, type TopicSpec } from '@vouchsafe/messaging';
import { logger } from '@vouchsafe/telemetry';

/** The way to the topic of the logs: brokers that this client understands, and the topic there, as it must be.
 * @throws IncompatibleBroker, WrongTopic, or an error of the network if no broker answers */
export const openTopic = async (brokers: readonly string[], topic: TopicSpec = LOG_TOPIC): Promise<LogTransport> => {
  const log = logger('relay');
  const transport = await KafkajsLogTransport.open({ brokers, clientId: 'vouchsafe-relay', log: { warn: (text) => log.warn(text), debug: (text) => log.debug(text) } });
  try {
    await transport.ensureTopics([topic]);
    return transport;
  } catch (error) {
    await transport.close();
    throw error;
  }
};
