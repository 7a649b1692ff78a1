import { context, ROOT_CONTEXT, SpanStatusCode, trace, TraceFlags, type Context, type Span } from '@opentelemetry/api';
import { ids } from './ids.js';
import { traceOf, type Trace } from './trace-of.js';

/** Numbers and words of ours, about the work: never a person, a tenant, a text or an id that names one. */
export type SpanAttributes = Readonly<Record<string, number | string | boolean>>;

const tracer = () => trace.getTracer('vouchsafe');
const remote = ({ traceId, spanId }: Trace): Context => trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });

/** Below the span that is under way, if it is of the same trace; else below the one that the correlation's spans hang from. */
const contextOf = (correlation: string): Context => {
  const of = traceOf(correlation);
  return trace.getActiveSpan()?.spanContext().traceId === of.traceId ? context.active() : remote(of);
};

const failed = (span: Span, error: unknown): void => {
  span.setStatus({ code: SpanStatusCode.ERROR }); // no message: it may quote what somebody wrote
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
};

const through = async <Result>(span: Span, within: Context, work: () => Promise<Result> | Result): Promise<Result> => {
  try {
    return await context.with(trace.setSpan(within, span), work);
  } catch (error) {
    failed(span, error);
    throw error;
  } finally {
    span.end();
  }
};

/** Does a piece of work that a correlation is about, as a span of its trace, whichever process begins it. Without tracing it just does it.
 * @param correlation as the event or the request carries it */
export const inSpanOf = async <Result>(correlation: string, name: string, work: () => Promise<Result> | Result, attributes: SpanAttributes = {}): Promise<Result> => {
  if (!ids.isTracing) return work();
  const within = contextOf(correlation);
  return through(tracer().startSpan(name, { attributes }, within), within, work);
};

/** What of an event tells which trace it belongs to, and whether anybody still looks at it. */
export interface Correlated {
  readonly correlation: string;
  /** RFC 3339. */
  readonly recordedAt: string;
}

const RECENT_MILLISECONDS = 5 * 60_000;
const MOST_AT_ONCE = 32;

/** Does a piece of work that is about many events at once, such as a batch that is folded or published in one transaction: afterwards each of their traces
 * has a span of it. History that is read again, at a rebuild for one, is nobody's trace: only what was recorded in the last five minutes counts,
 * and at most 32 traces of a batch. */
export const inSpanOfEach = async <Result>(events: readonly Correlated[], name: string, work: () => Promise<Result> | Result, attributes: SpanAttributes = {}): Promise<Result> => {
  if (!ids.isTracing) return work();
  const since = new Date(Date.now() - RECENT_MILLISECONDS).toISOString();
  const correlations = [...new Set(events.filter(({ recordedAt }) => recordedAt >= since).map(({ correlation }) => correlation))].slice(0, MOST_AT_ONCE);
  const spans = correlations.map((correlation) => tracer().startSpan(name, { attributes: { ...attributes, 'vouchsafe.events': events.length } }, contextOf(correlation)));
  try {
    return await work();
  } catch (error) {
    for (const span of spans) failed(span, error);
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
};

/** A span whose work is not one function: a request that ends when its answer has left. */
export interface OpenSpan {
  within<Result>(work: () => Result): Result;
  rename(name: string): void;
  note(attributes: SpanAttributes): void;
  end(): void;
}

const noSpan: OpenSpan = { within: (work) => work(), rename: () => {}, note: () => {}, end: () => {} };

/** The span that this piece of work is part of, for what becomes known on the way. */
export const spanUnderWay = (): Pick<OpenSpan, 'rename' | 'note'> => {
  const span = ids.isTracing ? trace.getActiveSpan() : undefined;
  return span ? { rename: (to) => void span.updateName(to), note: (attributes) => void span.setAttributes(attributes) } : noSpan;
};

/** Begins the span of a request.
 * @param correlation of the request
 * @param caller the trace that the caller is in, if it said so; `offered` if the correlation is the caller's own. Otherwise we made up the
 * correlation, and this span is the one that the others hang from. */
export const openSpan = (correlation: string, name: string, caller?: Trace | 'offered'): OpenSpan => {
  if (!ids.isTracing) return noSpan;
  const within = caller === undefined ? ROOT_CONTEXT : caller === 'offered' ? remote(traceOf(correlation)) : remote(caller);
  const span = ids.first(caller === undefined ? traceOf(correlation) : undefined, () => tracer().startSpan(name, {}, within));
  return {
    within: (work) => context.with(trace.setSpan(within, span), work),
    rename: (to) => void span.updateName(to),
    note: (attributes) => void span.setAttributes(attributes),
    end: () => span.end(),
  };
};
