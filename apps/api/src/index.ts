export { ApiModule, type ApiContext, type ApiOptions, type Readiness } from './api.module.js';
export { serveApi, type ServeApi } from './serve-api.js';
export { startApi, type StartApi } from './start-api.js';
export { AdminServer } from './health/admin-server.js';
export type { PartHealth, ReadinessCheck } from './health/readiness-check.js';
