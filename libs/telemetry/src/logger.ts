import type { LoggerService } from '@nestjs/common';
import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { currentCorrelation } from './correlation.js';
import { readLogLevel, type LogLevel } from './environment.js';
import { withoutPrivateFields, withoutPrivateTexts } from './private-fields.js';
import { readableLine } from './readable-line.js';

export type { Logger };

/** An error without its extra fields: `detail` of a PostgreSQL error holds the values of the row. */
const err = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something that is no error was thrown' };
  const { code } = error as { code?: unknown };
  return { type: error.name, message: error.message, ...(typeof code === 'string' ? { code } : {}), stack: error.stack };
};

export interface LogSettings {
  readonly level: LogLevel;
  readonly format: 'json' | 'readable';
  readonly to: DestinationStream;
}

/** The logger that the others descend from. */
export const rootLogger = ({ level, format, to }: LogSettings): Logger => pino(
  {
    level, base: null, hooks: { streamWrite: withoutPrivateTexts }, timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie'], censor: '[removed]' },
    serializers: { err }, formatters: { level: (label) => ({ level: label }), log: withoutPrivateFields },
    mixin: () => {
      const correlationId = currentCorrelation();
      return correlationId ? { correlationId } : {};
    },
  },
  format === 'json' ? to : { write: (line) => to.write(readableLine(line)) },
);

let root: Logger | undefined;

/** The log of one part of the product: JSON lines in production, one readable line each otherwise, as much as LOG_LEVEL says.
 * On standard error, because standard output belongs to what a command answers. Log ids, never names of people.
 * @param name the part, for example `projector` */
export const logger = (name: string): Logger => {
  root ??= rootLogger({
    level: readLogLevel(process.env),
    format: process.env['NODE_ENV'] === 'production' ? 'json' : 'readable',
    to: destination({ fd: 2, sync: true }), // what is written last before a crash is what one wants to read
  });
  return root.child({ name });
};

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** What Nest itself has to say, in our log. Its last parameter is the name of the part that speaks. */
export class NestLogger implements LoggerService {
  constructor(private readonly to: Logger = logger('nest')) {}

  log(message: unknown, ...more: unknown[]): void { this.write('debug', message, more); } // forty lines a start of which parts were wired up
  error(message: unknown, ...more: unknown[]): void { this.write('error', message, more); }
  warn(message: unknown, ...more: unknown[]): void { this.write('warn', message, more); }
  debug(message: unknown, ...more: unknown[]): void { this.write('debug', message, more); }
  verbose(message: unknown, ...more: unknown[]): void { this.write('trace', message, more); }
  fatal(message: unknown, ...more: unknown[]): void { this.write('fatal', message, more); }

  private write(level: Level, message: unknown, more: readonly unknown[]): void {
    const last = more.at(-1);
    const context = typeof last === 'string' && !last.includes('\n') ? { context: last } : {};
    const error = [message, ...more].find((part) => part instanceof Error);
    if (error) this.to[level]({ ...context, err: error }, error.message);
    else this.to[level](context, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
