import { tracing } from '@opentelemetry/sdk-node';
import { startTracing } from './tracing/start-tracing.js';

export interface SeenSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
}

/** Collects the spans of this process, in memory, until it is stopped. */
export const collectSpans = async (): Promise<{ spans(): SeenSpan[]; stop(): Promise<void> }> => {
  const memory = new tracing.InMemorySpanExporter();
  const { stop } = await startTracing('spec', new tracing.SimpleSpanProcessor(memory));
  return {
    stop,
    spans: () => memory.getFinishedSpans().map((span) => ({
      name: span.name, traceId: span.spanContext().traceId, spanId: span.spanContext().spanId, parentSpanId: span.parentSpanContext?.spanId,
      attributes: span.attributes, failed: span.status.code === 2,
    })),
  };
};
