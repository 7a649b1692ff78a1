import { diag, DiagLogLevel } from '@opentelemetry/api';
import type { tracing } from '@opentelemetry/sdk-node';
import { logger } from '../logger.js';
import { ids } from './ids.js';

export interface Tracing {
  /** Sends what was not sent yet; gives up after two seconds. */
  stop(): Promise<void>;
}

const LAST_WORDS_MILLISECONDS = 2_000;
const COMPLAIN_EVERY = 60_000;

/** An exporter that finds no collector says so each few seconds; once a minute is enough. */
const complain = () => {
  const log = logger('traces');
  let last = -Infinity;
  return (message: string): void => {
    if (performance.now() - last < COMPLAIN_EVERY) return;
    last = performance.now();
    log.warn({ says: message.split('\n')[0]?.slice(0, 300) }, 'traces could not be sent');
  };
};

/** Starts to collect spans. OpenTelemetry is loaded only now: a process that traces nothing does not pay for it. Which traces are kept is decided by
 * their ids (OTEL_TRACES_SAMPLER_ARG: a share from 0 to 1), so that every process keeps the same ones. Spans are ours alone: the automatic
 * instrumentations hook nothing that an ES module imported before, and write statements and headers into their spans.
 * @param processor of a spec; otherwise they go to OTEL_EXPORTER_OTLP_ENDPOINT, by the settings of OpenTelemetry's own variables */
export const startTracing = async (name: string, processor?: tracing.SpanProcessor): Promise<Tracing> => {
  const { NodeSDK, resources, tracing: { TraceIdRatioBasedSampler } } = await import('@opentelemetry/sdk-node');
  const error = complain();
  diag.setLogger({ error, warn: error, info: () => {}, debug: () => {}, verbose: () => {} }, DiagLogLevel.WARN);
  const sdk = new NodeSDK({
    serviceName: `vouchsafe ${name}`, idGenerator: ids, sampler: new TraceIdRatioBasedSampler(Number(process.env['OTEL_TRACES_SAMPLER_ARG'] || 1)),
    metricReaders: [], logRecordProcessors: [], // these two go other ways
    resourceDetectors: [resources.envDetector], // the others tell command lines and names of hosts and users
    ...(processor ? { spanProcessors: [processor] } : {}),
  });
  sdk.start();
  ids.isTracing = true;
  return {
    stop: async () => {
      ids.isTracing = false;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => { timer = setTimeout(resolve, LAST_WORDS_MILLISECONDS); });
      await Promise.race([sdk.shutdown().catch(() => {}), patience]);
      clearTimeout(timer);
    },
  };
};
