import type { ApolloServerPlugin } from '@apollo/server';
import { gauge, histogram, SECONDS, spanUnderWay } from '@vouchsafe/telemetry';
import { errorCodes } from './errors/api-error.js';
import type { RequestContext } from './request/request-context.js';

const kinds = ['query', 'mutation', 'unknown'] as const;
const codes = ['OK', ...errorCodes, 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE'] as const;
const isOneOf = <Word extends string>(words: readonly Word[], word: unknown): word is Word => words.includes(word as Word);

const seconds = histogram({
  name: 'vouchsafe_graphql_operation_seconds', help: 'Time from a request to its answer, over HTTP; what the business refused is OK',
  labels: { kind: kinds, code: [...codes, 'other'] }, buckets: SECONDS,
});

/** Counts each operation over HTTP by its kind and the code of its first error: never by its name, which the caller chose. Comes behind whoever changes answers. */
export const countOperations: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => {
    const startedAt = performance.now();
    return {
      willSendResponse: async ({ response, operation }) => {
        const first: unknown = response.body.kind === 'single' ? response.body.singleResult.errors?.[0]?.extensions?.['code'] ?? 'OK' : 'other';
        const [kind, code] = [isOneOf(kinds, operation?.operation) ? operation.operation : 'unknown', isOneOf(codes, first) ? first : 'other'] as const;
        seconds.observe({ kind, code }, (performance.now() - startedAt) / 1000);
        const span = spanUnderWay();
        span.rename(`graphql ${kind}`);
        span.note({ 'vouchsafe.code': code });
      },
    };
  },
};

let following = 0;
gauge({ name: 'vouchsafe_graphql_subscriptions', help: 'Subscriptions that are open in this process' }, (open) => open.set({}, following));

/** Counts a subscription for as long as it is open. @returns ends it, once */
export const countSubscription = (): (() => void) => {
  following += 1;
  let isOpen = true;
  return () => {
    if (isOpen) following -= 1;
    isOpen = false;
  };
};
