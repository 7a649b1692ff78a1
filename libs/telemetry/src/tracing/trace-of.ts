import { createHash } from 'node:crypto';

/** Where the spans of a correlation belong. */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits: the span that the others hang from, that of whoever made up the correlation. */
  readonly spanId: string;
}

const HEXADECIMAL = /^(?!0{32}$)[0-9a-f]{32}$/;

const digest = (what: string, correlation: string): string => createHash('sha256').update(`vouchsafe ${what}\0${correlation}`).digest('hex');
const nonZero = (id: string): string => (/^0+$/.test(id) ? `${id.slice(0, -1)}1` : id);

/** The trace of a correlation, the same in every process: each event carries its correlation, so a trace can be joined wherever the event arrives, and
 * the log stores nothing for it. A correlation that is a UUID or a trace id already *is* the trace id, without its dashes: who knows one finds the other. */
export const traceOf = (correlation: string): Trace => {
  const digits = correlation.toLowerCase().replaceAll('-', '');
  const traceId = HEXADECIMAL.test(digits) ? digits : nonZero(digest('trace', correlation).slice(0, 32));
  return { traceId, spanId: nonZero(digest('span', correlation).slice(0, 16)) };
};

/** The header `traceparent` of what is sent on for a correlation.
 * @see W3C Trace Context, level 1, §3.2 */
export const traceparentOf = (correlation: string): string => {
  const { traceId, spanId } = traceOf(correlation);
  return `00-${traceId}-${spanId}-01`;
};

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-|$)/;

/** What a caller's header `traceparent` says; undefined if it says nothing that holds. */
export const readTraceparent = (header: unknown): Trace | undefined => {
  const [, traceId = '', spanId = ''] = (typeof header === 'string' && !header.startsWith('ff') && TRACEPARENT.exec(header)) || [];
  return HEXADECIMAL.test(traceId) && !/^0*$/.test(spanId) ? { traceId, spanId } : undefined;
};
