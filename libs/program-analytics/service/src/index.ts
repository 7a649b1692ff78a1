export { ProgramAnalyticsModule } from './program-analytics.module.js';
export { programAnalytics } from './program-analytics.context.js';
