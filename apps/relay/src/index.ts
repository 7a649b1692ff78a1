export { openTopic } from './open-topic.js';
export { startRelay, type RelayParts } from './start-relay.js';
export { migrateRelay } from './migrate-relay.js';
