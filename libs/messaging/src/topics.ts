import type { TopicSpec } from './log-transport.js';

const DAY = 86_400_000;
const kept = (days: number) => ({ 'cleanup.policy': 'delete', 'retention.ms': String(days * DAY) });

/** The head of every log, keyed by tenant. 48 for the life of the topic: another number moves keys, and is another topic. */
export const LOG_TOPIC: TopicSpec = { topic: 'vouchsafe.log.v1', partitions: 48, settings: kept(14) };

/** Side effects that were given up, keyed by tenant, for an operator to look at and to send again. */
export const DLQ_TOPIC: TopicSpec = { topic: 'vouchsafe.dlq.v1', partitions: 6, settings: kept(30) };

export const TOPICS: readonly TopicSpec[] = [LOG_TOPIC, DLQ_TOPIC];
