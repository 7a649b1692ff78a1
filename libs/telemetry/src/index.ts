export { correlationId, currentCorrelation, withCorrelation } from './correlation.js';
export { readEnvironment, WrongEnvironment, type Environment, type LogLevel } from './environment.js';
export { logger, NestLogger, type Logger } from './logger.js';
export { counter, gauge, histogram, metricsText, SECONDS, type CounterMetric, type GaugeMetric, type HistogramMetric } from './metrics/metrics.js';
export { tenantBucket } from './metrics/tenant-bucket.js';
export { Health, type HealthReport, type Part, type PartDetail, type PartHealth } from './service/health.js';
export { startAdminServer, type AdminServer } from './service/admin-server.js';
export { runService, type Service, type ServiceOptions } from './service/run-service.js';
