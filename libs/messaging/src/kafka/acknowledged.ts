import { keyOf } from '../held-partition.js';
import type { OutRecord, PartitionRef } from '../log-transport.js';

/** kafkajs counts a broker as done once it has answered: a partition whose leader moves there in mid-send is then left out, without a word.
 * @throws Error if something was sent to a partition for which no acknowledgement came */
export const mustBeAcknowledged = (sent: readonly OutRecord[], acknowledged: readonly PartitionRef[]): void => {
  const covered = new Set(acknowledged.map(keyOf));
  const missing = sent.find((record) => !covered.has(keyOf(record)));
  if (missing) throw new Error(`Kafka did not acknowledge what was sent to ${keyOf(missing)}.`);
};
