import { constants } from 'node:os';
import { readEnvironment, WrongEnvironment, type Environment } from '../environment.js';
import { logger, type Logger } from '../logger.js';
import { collectProcessMetrics } from '../metrics/metrics.js';
import { startTracing } from '../tracing/start-tracing.js';
import { startAdminServer } from './admin-server.js';
import { Closing } from './closing.js';
import { watchEventLoop } from './event-loop.js';
import { Health, type Part } from './health.js';

/** What a process works with while it starts. */
export interface Service {
  readonly environment: Environment;
  readonly log: Logger;
  readonly health: Health;
  /** Registers what must work for the process to be ready. */
  part(part: Part['part'], check: Part['check']): void;
  /** Registers how something that was opened is closed: the newest first, when the process leaves or fails to start.
   * @param what as operators call it: it is named if it does not end in time */
  later(what: string, close: () => Promise<unknown>): void;
  /** Something is lost for good without which the process is of no use: closes everything and ends with 1. */
  giveUp(reason: Error): void;
}

export interface ServiceOptions {
  /** Errors that a person can put right: one sentence instead of a stack. A wrong environment and a taken port are among them already. */
  readonly refusals?: readonly (new (...args: never[]) => Error)[];
  /** Milliseconds that closing may take. */
  readonly drainLimit?: number;
}

const DRAIN_LIMIT = 10_000;
/** A terminal signals the whole group, and npm passes it on once more: within this time it is the same press of the key. */
const ONE_PRESS = 1_000;

const sentenceFor = (error: unknown, refusals: NonNullable<ServiceOptions['refusals']>): string | undefined => {
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') return `Port ${String(port)} is taken by another program: stop it, or set PORT and ADMIN_PORT to free ones.`;
  return error instanceof WrongEnvironment || refusals.some((refusal) => error instanceof refusal) ? (error as Error).message : undefined;
};

/** Ends the process: with the sentence where a person can put it right, with the stack where it is our fault. Status 1. */
const fail = (error: unknown, name: string, refusals: NonNullable<ServiceOptions['refusals']>): never => {
  const sentence = sentenceFor(error, refusals);
  if (sentence === undefined) logger(name).fatal({ err: error }, 'it cannot go on');
  else process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

/** Runs a process of the product: every `main.ts` is one call of it. Reads the environment, opens the operators' port (not ready until `begin` is
 * through), and closes everything in order at SIGTERM and SIGINT: not ready from that moment, status 0, or 1 if it took longer than the limit.
 * A second signal ends it at once. What nobody caught is logged, and ends it with 1.
 * @param name as operators call the process, for example `projector` */
export const runService = async (name: string, begin: (service: Service) => Promise<void>, { refusals = [], drainLimit = DRAIN_LIMIT }: ServiceOptions = {}): Promise<void> => {
  let environment: Environment;
  try {
    environment = readEnvironment(process.env);
  } catch (error) {
    return fail(error, name, refusals);
  }
  const log = logger(name);
  const health = new Health();
  const closing = new Closing(log, drainLimit);
  let leftAt: number | undefined;
  const leave = (signal: NodeJS.Signals) => {
    if (leftAt !== undefined) {
      if (performance.now() - leftAt > ONE_PRESS) process.exit(128 + constants.signals[signal]);
      return;
    }
    leftAt = performance.now();
    health.leave();
    log.info({ signal }, 'leaving');
    void closing.all().then((isDone) => process.exit(isDone ? 0 : 1));
  };
  const giveUp = (reason: Error) => {
    if (leftAt !== undefined) return;
    leftAt = performance.now();
    health.leave();
    void closing.all().then(() => fail(reason, name, refusals));
  };
  process.on('SIGTERM', leave).on('SIGINT', leave);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'nobody caught this');
    process.exit(1);
  });
  try {
    if (environment.tracesTo !== undefined) {
      const tracing = await startTracing(name);
      closing.later('traces', () => tracing.stop());
    }
    collectProcessMetrics();
    const admin = await startAdminServer(environment.adminPort, health, environment.adminHost);
    closing.later('admin port', () => admin.close());
    const loop = watchEventLoop();
    health.add(loop);
    closing.later('event loop', async () => loop.stop());
    await begin({
      environment, log, health, part: (part, check) => health.add({ part, check }), later: (what, close) => closing.later(what, close), giveUp,
    });
    health.up();
  } catch (error) {
    if (leftAt !== undefined) return; // its ground was taken from under it; the signal's end is under way
    await closing.all();
    fail(error, name, refusals);
  }
};
