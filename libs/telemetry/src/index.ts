export { correlationId, currentCorrelation, withCorrelation } from './correlation.js';
export { readEnvironment, WrongEnvironment, type Environment, type LogLevel } from './environment.js';
export { logger, NestLogger, type Logger } from './logger.js';
