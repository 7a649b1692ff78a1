import { murmur2 as theirMurmur2 } from '@platformatic/kafka';
import { LOG_TOPIC, partitionOf } from '@vouchsafe/messaging';
import fc from 'fast-check';
import kafkajs from 'kafkajs';

const partitionMetadata = Array.from({ length: LOG_TOPIC.partitions }, (_, partitionId) => ({ partitionId, leader: 1, partitionErrorCode: 0, replicas: [1], isr: [1] }));
const kafkajsPartitions = kafkajs.Partitioners.DefaultPartitioner();
const byKafkajs = (key: Buffer): number => kafkajsPartitions({ topic: LOG_TOPIC.topic, partitionMetadata, message: { key, value: null } });
const byPlatformatic = (key: Buffer): number => (theirMurmur2(key) & 0x7fffffff) % LOG_TOPIC.partitions;

it('K17: we and both clients agree on ten thousand keys, so that whoever writes a key puts it where we do', () => {
  fc.assert(fc.property(fc.oneof(fc.uuid().map((id) => Buffer.from(id)), fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => Buffer.from(bytes))), (key) => {
    const ours = partitionOf(key, LOG_TOPIC.partitions);
    expect([byKafkajs(key), byPlatformatic(key)]).toEqual([ours, ours]);
  }), { numRuns: 10_000 });
});
