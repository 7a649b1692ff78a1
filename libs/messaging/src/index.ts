export { LogTransport, type InRecord, type OutRecord, type PartitionLag, type PartitionRef, type Subscriber, type Subscription, type TopicSpec, type TransportHealth } from './log-transport.js';
