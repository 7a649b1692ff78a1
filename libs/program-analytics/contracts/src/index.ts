export { benchmarkMeasure, releaseDimension, releasedMeasure, type BenchmarkMeasure, type ReleaseDimension, type ReleasedMeasure, type ReleasePeriod } from './vocabulary.js';
export { ReleaseLatticeDeclared, releaseEvents, ReleasePublished, type Release, type ReleasedFigure, type ReleaseEvent } from './release.events.js';
export {
  BenchmarkBoundDeclared, BenchmarkJoined, BenchmarkLeft, benchmarkEvents, BenchmarkReleased, privacyBudgetEvents, PrivacyBudgetSpent, type Benchmark, type BenchmarkEvent, type PrivacyBudgetEvent,
} from './benchmark.events.js';
export { ReportSealed, sealedReportEvents, type SealedReport, type SealedReportEvent } from './sealed-report.events.js';
export { programAnalyticsEvents } from './program-analytics.events.js';
