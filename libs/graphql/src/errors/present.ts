import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { apiError, badUserInput, errorCodes, tooCostly, type ErrorCode } from './api-error.js';
import { viewOfFault, type FaultTable } from './faults.js';

/** A fault as the log gets it: everything, under the reference that the caller got. */
export type FaultLog = (entry: { correlationId: string; code: ErrorCode; fault: Error }) => void;

const DID_NOT_GET_FAR = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED', 'INTROSPECTION_DISABLED',
]);
const isOurs = (code: unknown): code is ErrorCode => (errorCodes as readonly unknown[]).includes(code);

/** What a resolver threw, without the places and paths that GraphQL put around it. */
const unwrap = (error: unknown): Error => {
  if (error instanceof GraphQLError && error.originalError) return unwrap(error.originalError);
  return error instanceof Error ? error : new Error(`Something that is no Error was thrown: ${typeof error}`);
};

const isTooLong = (error: GraphQLError) => /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(error.message);

const knownView = (error: unknown, faults: FaultTable): GraphQLError | undefined => {
  const fault = unwrap(error);
  const candidates = [error, fault].filter((candidate) => candidate instanceof GraphQLError);
  if (candidates.some(isTooLong)) return tooCostly('This document is too long. Send several smaller ones.');
  const ours = candidates.find(({ extensions }) => isOurs(extensions['code']));
  if (ours) return ours;
  const early = candidates.find(({ extensions }) => DID_NOT_GET_FAR.has(String(extensions['code'])));
  return early ? badUserInput(early.message) : viewOfFault(fault, faults);
};

/** Apollo takes guesses out of what validation says over HTTP; variables are read later, and sockets do not pass through it. */
const withoutGuess = (message: string): string => message.replace(/ ?Did you mean .+\?$/s, '');

const masked = () => apiError('INTERNAL', 'Something went wrong on our side. Try again; if it stays, tell your support the correlationId.');

/** The error as the caller gets it: a code of the allow-list, a sentence, a reference. What is not known to be harmless is masked and logged in full. */
export const present = (error: unknown, correlationId: string, faults: FaultTable, log: FaultLog): GraphQLFormattedError => {
  const shown = knownView(error, faults) ?? masked();
  const code = shown.extensions['code'] as ErrorCode;
  if (code === 'INTERNAL' || code === 'UNAVAILABLE' || code === 'OUTCOME_UNKNOWN') log({ correlationId, code, fault: unwrap(error) });
  const { requestKey, retryAfterSeconds } = shown.extensions;
  const located = error instanceof GraphQLError ? error : undefined;
  return {
    message: withoutGuess(shown.message),
    ...(located?.locations ? { locations: located.locations } : {}),
    ...(located?.path ? { path: located.path } : {}),
    extensions: {
      code, correlationId,
      ...(requestKey === undefined ? {} : { requestKey }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    },
  };
};
