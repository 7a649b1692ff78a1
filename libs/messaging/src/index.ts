export { LogTransport, type InRecord, type OutRecord, type PartitionLag, type PartitionRef, type Subscriber, type Subscription, type TopicSpec, type TransportHealth } from './log-transport.js';
export { DLQ_TOPIC, LOG_TOPIC, TOPICS } from './topics.js';
export { relayMigration } from './relay/relay.migration.js';
export { Relay, type RelayOptions } from './relay/relay.js';
export { RelayStore, type BucketStatus, type Lease } from './relay/relay-store.js';
export { PostgresRelayStore } from './relay/postgres-relay-store.js';
export type { Doing, RelayWatch } from './relay/relay-watch.js';
export { murmur2, partitionOf } from './partition-of.js';
export { LARGEST_VALUE, logRecordOf, readLogRecord, type Carriage, type LogRecord } from './log-record.js';
