import { apiError, type ErrorCode, type ErrorExtras } from './api-error.js';
import type { GraphQLError } from 'graphql';

/** What a fault looks like from outside. Without a message the fault's own is shown: only for faults that are written for callers. */
export type FaultView = (fault: Error) => { readonly code: ErrorCode; readonly message: string } & ErrorExtras;

/** Faults by their `name`, so that a caller's words can be chosen without importing whoever throws. */
export type FaultTable = Readonly<Record<string, FaultView>>;

const textOf = (fault: Error, field: string): string | undefined => {
  const value = (fault as unknown as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
};

const outcomeUnknown: FaultView = (fault) => {
  const requestKey = textOf(fault, 'requestKey');
  return {
    code: 'OUTCOME_UNKNOWN',
    message: 'We lost the answer to this request: it happened once, or not at all. Send it again with the same requestKey to learn which.',
    ...(requestKey === undefined ? {} : { requestKey }),
  };
};

/** A schema refused a value: where, and what is allowed there. Never the value. */
const schemaRefused: FaultView = (fault) => {
  const { issues = [] } = fault as unknown as { issues?: readonly { path: readonly PropertyKey[]; message: string }[] };
  const places = issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join('.') || 'the input'}: ${message}`);
  return { code: 'BAD_USER_INPUT', message: `This cannot be recorded as it stands. ${places.join('; ')}.` };
};

/** The faults of the platform. */
export const platformFaults: FaultTable = {
  OutcomeUnknown: outcomeUnknown,
  RequestKeyReused: () => ({ code: 'CONFLICT', message: 'This requestKey was used before, for something else. Choose a new key for a new request.' }),
  TooMuchContention: () => ({ code: 'CONFLICT', message: 'Others are writing to the same thing at this moment. Nothing was written; try again.' }),
  LogIsHeld: () => ({ code: 'UNAVAILABLE', message: 'Somebody else holds this log for longer than usual. Nothing was written; try again shortly.', retryAfterSeconds: 2 }),
  ZodError: schemaRefused,
  UnstorableValue: () => ({ code: 'BAD_USER_INPUT', message: 'A text or number in this request cannot be stored as it stands.' }),
  UnknownLog: () => ({ code: 'NOT_FOUND', message: 'There is nothing here under this id.' }),
  Unauthenticated: (fault) => ({ code: 'UNAUTHENTICATED', message: fault.message || 'Please sign in.' }),
  OrganizationRequired: (fault) => ({ code: 'BAD_USER_INPUT', message: fault.message }),
  OrganizationNotFound: (fault) => ({ code: 'NOT_FOUND', message: fault.message }),
  IdentityProviderUnavailable: () => ({
    code: 'UNAVAILABLE', message: 'The identity provider does not answer, so we cannot check who you are. Try again shortly.', retryAfterSeconds: 5,
  }),
  NotYetFolded: () => ({ code: 'UNAVAILABLE', message: 'The position you asked for has not arrived here yet. Your write is safe; ask again in a moment.', retryAfterSeconds: 1 }),
  ReadModelIsBeingBuilt: () => ({ code: 'UNAVAILABLE', message: 'This view is being built from the log for the first time. Ask again in a moment.', retryAfterSeconds: 5 }),
  PositionBeyondTheLog: () => ({ code: 'BAD_USER_INPUT', message: 'The log has no such position. Pass as "after" what a mutation answered as its position.' }),
};

const UNAVAILABLE: ReturnType<FaultView> = { code: 'UNAVAILABLE', message: 'The ledger cannot be reached at this moment. Nothing is lost; try again shortly.', retryAfterSeconds: 2 };
const TOO_SLOW: ReturnType<FaultView> = { code: 'DEADLINE_EXCEEDED', message: 'This took longer than we allow. Ask for less at once, or try again.' };

/** A server that stops, starts or is full, or a lock that is not let go: SQLSTATE classes 08, 53 and 57P, 55P03, and what a socket says when nobody is there. */
const isDatabaseAway = (code: string) => /^(08|53)\w{3}$|^57P0[1-5]$|^55P03$|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/.test(code);

const ofDatabase = (fault: Error): ReturnType<FaultView> | undefined => {
  const code = textOf(fault, 'code');
  if (code === '57014') return TOO_SLOW;
  if (code !== undefined && isDatabaseAway(code)) return UNAVAILABLE;
  // node-postgres says these without a code.
  return /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/.test(fault.message) ? UNAVAILABLE : undefined;
};

const codeOfStatus = (status: number): ErrorCode | undefined => {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403 || status === 404) return 'NOT_FOUND';
  if (status === 409) return 'CONFLICT';
  if (status === 413) return 'TOO_COSTLY';
  if (status === 429) return 'RATE_LIMITED';
  if (status === 408 || status === 504) return 'DEADLINE_EXCEEDED';
  if (status === 503) return 'UNAVAILABLE';
  return status >= 400 && status < 500 ? 'BAD_USER_INPUT' : undefined;
};

/** Nest's HTTP exceptions, recognised by shape: several copies of the class may be loaded. */
const ofHttpException = (fault: Error): ReturnType<FaultView> | undefined => {
  const status = 'getStatus' in fault && typeof fault.getStatus === 'function' ? (fault.getStatus() as number) : undefined;
  const code = status === undefined ? undefined : codeOfStatus(status);
  if (code === undefined) return undefined;
  return code === 'NOT_FOUND' ? { code, message: 'There is nothing here under this id.' } : { code, message: fault.message };
};

/** The error to show for a fault, or nothing if its kind is not known: then it is masked. */
export const viewOfFault = (fault: Error, faults: FaultTable): GraphQLError | undefined => {
  const view = faults[fault.name]?.(fault) ?? ofHttpException(fault) ?? ofDatabase(fault);
  return view && apiError(view.code, view.message, view);
};
