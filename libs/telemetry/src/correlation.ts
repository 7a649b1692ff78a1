import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const correlations = new AsyncLocalStorage<string>();
const ACCEPTABLE = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/;

/** Everything that `work` does and awaits is known by this id: in the log, in errors, in the events it writes. */
export const withCorrelation = <T>(id: string, work: () => T): T => correlations.run(id, work);

/** The id of the request or job that is being served; undefined outside of one. */
export const currentCorrelation = (): string | undefined => correlations.getStore();

/** The id that a caller sent along, or a new one if it sent none, or one that has no business in a log. */
export const correlationId = (offered?: unknown): string =>
  typeof offered === 'string' && ACCEPTABLE.test(offered) ? offered : randomUUID();
