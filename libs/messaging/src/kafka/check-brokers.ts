import { IncompatibleBroker } from '../faults.js';
import { apiVersionsOf, type BrokerRanges } from './api-versions.js';
import type { ClientRanges } from './client-ranges.js';
import type { KafkaOptions } from './kafka-options.js';

const said = ({ min, max }: { min: number; max: number }): string => (min === max ? `version ${min}` : `versions ${min} to ${max}`);

/** Why this client cannot talk to that broker, in one sentence; undefined if it can.
 * kafkajs takes the smaller of both maxima and never looks at the broker's minimum: without this it would send requests that are refused, one by one. */
export const incompatibility = (broker: string, accepted: BrokerRanges, { client, requests }: ClientRanges, sasl: boolean): string | undefined => {
  const needed = Object.entries(requests).filter(([name]) => sasl || !name.startsWith('Sasl'));
  for (const [name, range] of needed) {
    const there = accepted.get(range.key);
    if (!there) return `The Kafka broker ${broker} does not know the request ${name}, which ${client} needs: use a broker from 2.4 to 4.x.`;
    if (there.min > range.max) return `The Kafka broker ${broker} is too new for ${client}: of ${name} it accepts ${said(there)}, and the client sends ${said(range)}; ${wayOut(client)}.`;
    if (there.max < range.min) return `The Kafka broker ${broker} is too old for ${client}: of ${name} it accepts ${said(there)}, and the client sends ${said(range)}; upgrade the broker.`;
  }
  return undefined;
};

const wayOut = (client: string): string =>
  (client.startsWith('kafkajs') ? 'run an older broker, or let the other client speak (platformatic)' : 'upgrade the client, or run an older broker');

/** Looks at every broker that can be reached, before the client does.
 * @throws IncompatibleBroker for the first that will not do; the network's error where none can be reached */
export const checkBrokers = async ({ brokers, tls, sasl }: Pick<KafkaOptions, 'brokers' | 'tls' | 'sasl'>, client: ClientRanges): Promise<void> => {
  const answers = await Promise.allSettled(brokers.map((broker) => apiVersionsOf(broker, tls)));
  answers.forEach((answer, index) => {
    const problem = answer.status === 'fulfilled' ? incompatibility(brokers[index]!, answer.value, client, sasl !== undefined) : undefined;
    if (problem) throw new IncompatibleBroker(problem);
  });
  const failed = answers.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected' && !answers.some(({ status }) => status === 'fulfilled')) throw failed.reason;
};
