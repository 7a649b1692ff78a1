import type pg from 'pg';

/** The server did not answer within the time that it was given, and longer: its machine or the way to it is gone, and nobody says so. */
export class DatabaseIsSilent extends Error {
  override readonly name = 'DatabaseIsSilent';
  readonly code = 'ETIMEDOUT'; // as a socket would say it, had it noticed

  constructor(cause: unknown) {
    super('The database has fallen silent.', { cause });
  }
}

/** Milliseconds beyond its own bound that a statement's answer is waited for. */
const GRACE = 15_000;

/** Bounds the wait for an answer, which the driver else waits for as long as TCP does: a quarter of an hour and more.
 * @param statementTimeout what the server was told, in milliseconds; 0 is without bound */
export const answeredWithin = <Query extends pg.QueryConfig>(query: Query, statementTimeout: number): Query =>
  (statementTimeout > 0 ? { ...query, query_timeout: statementTimeout + GRACE } : query);

/** What the driver says of an answer that did not come; the connection is of no use any more. */
export const orSilence = (error: unknown): unknown => ((error as Error).message === 'Query read timeout' ? new DatabaseIsSilent(error) : error);
