export { ApiModule, type ApiContext, type ApiOptions } from './api.module.js';
export { readApiLimits } from './settings/api-settings.js';
export { serveApi, type ServeApi } from './serve-api.js';
export { startApi, type StartApi } from './start-api.js';
