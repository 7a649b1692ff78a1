import { eventCatalogue } from '@vouchsafe/event-schema';
import { benchmarkEvents, privacyBudgetEvents } from './benchmark.events.js';
import { releaseEvents } from './release.events.js';
import { sealedReportEvents } from './sealed-report.events.js';

/** Everything that programme analytics publishes, for readers of whole logs. */
export const programAnalyticsEvents = eventCatalogue(...releaseEvents.types, ...privacyBudgetEvents.types, ...benchmarkEvents.types, ...sealedReportEvents.types);
