import { randomBytes } from 'node:crypto';
import type { Trace } from './trace-of.js';

let wanted: Trace | undefined;
let isTracing = false;

/** An id of so many bytes that is not nothing. */
const random = (bytes: number): string => {
  const id = randomBytes(bytes).toString('hex');
  return /^0+$/.test(id) ? random(bytes) : id;
};

/** The ids of spans: at random, but for the first of a trace, whose ids follow from its correlation so that others find it. */
export const ids = {
  generateTraceId: (): string => wanted?.traceId ?? random(16),
  generateSpanId: (): string => wanted?.spanId ?? random(8),

  /** @param start starts one span, at once */
  first<Span>(of: Trace | undefined, start: () => Span): Span {
    wanted = of;
    try {
      return start();
    } finally {
      wanted = undefined;
    }
  },

  /** Whether anybody collects spans: if not, none is made. */
  get isTracing(): boolean { return isTracing; },
  set isTracing(is: boolean) { isTracing = is; },
};
