export { LogTransport, type InRecord, type OutRecord, type PartitionLag, type PartitionRef, type Subscriber, type Subscription, type TopicSpec, type TransportHealth } from './log-transport.js';
export { DLQ_TOPIC, LOG_TOPIC, TOPICS } from './topics.js';
export { relayMigration } from './relay/relay.migration.js';
export { murmur2, partitionOf } from './partition-of.js';
export { LARGEST_VALUE, logRecordOf, readLogRecord, type Carriage, type LogRecord } from './log-record.js';
