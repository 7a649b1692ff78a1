export { findRunning } from './running.js';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './start.js';
export { EmbeddedPostgresUnavailable } from './unavailable.js';
