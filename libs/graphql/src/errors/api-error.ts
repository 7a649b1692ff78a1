import { GraphQLError } from 'graphql';

/** Every code that leaves the house. A refusal of the business is no error: it is a type in the mutation's union. */
export const errorCodes = [
  'BAD_USER_INPUT', 'UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT', 'RATE_LIMITED', 'TOO_COSTLY', 'DEADLINE_EXCEEDED', 'OUTCOME_UNKNOWN',
  'UNAVAILABLE', 'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorExtras {
  /** With OUTCOME_UNKNOWN: send the request again under this key to learn what became of it. */
  readonly requestKey?: string;
  /** Sent as the header `retry-after` too. */
  readonly retryAfterSeconds?: number;
}

/** An error made for the caller: its sentence is shown as it stands, so it holds no names, no values and no SQL. */
export const apiError = (code: ErrorCode, message: string, { requestKey, retryAfterSeconds }: ErrorExtras = {}): GraphQLError => {
  const extensions: Record<string, unknown> = {
    code,
    ...(requestKey === undefined ? {} : { requestKey }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  return new GraphQLError(message, { extensions });
};

export const badUserInput = (message: string): GraphQLError => apiError('BAD_USER_INPUT', message);

/** Unknown and forbidden alike: who may not see a thing is not told that it exists. */
export const notFound = (): GraphQLError => apiError('NOT_FOUND', 'There is nothing here under this id.');

export const tooCostly = (message: string): GraphQLError => apiError('TOO_COSTLY', message);
