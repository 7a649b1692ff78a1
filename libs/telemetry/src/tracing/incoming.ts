import { correlationId } from '../correlation.js';
import { readTraceparent, traceOf, type Trace } from './trace-of.js';

/** By what a request is known, and which trace its span belongs to; see `openSpan`. */
export interface Incoming {
  readonly correlation: string;
  readonly caller: Trace | 'offered' | undefined;
}

/** What the headers of a request say: `x-correlation-id` names it; without one, a caller that is in a trace has named it by that; otherwise we do. */
export const incoming = (headers: Readonly<Record<string, unknown>>): Incoming => {
  const caller = readTraceparent(headers['traceparent']);
  const offered = headers['x-correlation-id'];
  const correlation = correlationId(offered ?? caller?.traceId);
  if (caller && traceOf(correlation).traceId === caller.traceId) return { correlation, caller };
  return { correlation, caller: correlation === offered ? 'offered' : undefined };
};
