import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import { checkCost } from './armour/cost.js';
import { isLongerThan } from './armour/response-size.js';
import { badUserInput, tooCostly } from './errors/api-error.js';
import type { OpenDoor } from './open-door.js';
import type { RequestContext } from './request/request-context.js';

const worksAgain = (errors: readonly GraphQLFormattedError[]) =>
  Math.max(0, ...errors.map(({ extensions }) => Number(extensions?.['retryAfterSeconds'] ?? 0)));

/** Proxies, load balancers and browsers look at the status and not into the body. An answer that holds something is a 200. */
const statusOf = (codes: readonly unknown[], holdsSomething: boolean): number | undefined => {
  if (codes.includes('UNAUTHENTICATED')) return 401;
  if (codes.includes('RATE_LIMITED')) return 429;
  return codes.includes('UNAVAILABLE') && !holdsSomething ? 503 : undefined;
};

/** Nothing has run yet, so the whole request is a bad one: status 400 and not 500. */
const beforeAnythingRan = (error: unknown): unknown =>
  error instanceof GraphQLError
    ? new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', ...error.extensions, http: { status: 400 } } })
    : error;

/** Looks at each operation before it runs (what may it cost?) and at each answer before it leaves (how long is it?). */
export const answerPlugin = (door: OpenDoor): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, request, operation, contextValue }) => {
      try {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
          throw badUserInput('Subscriptions run over a WebSocket: speak graphql-transport-ws at this address.');
        }
        contextValue.known.cost = checkCost(schema, document, request.variables, request.operationName, door.limits.cost);
      } catch (error) {
        throw beforeAnythingRan(error);
      }
    },
    willSendResponse: async ({ response, contextValue }) => {
      contextValue.end();
      if (response.body.kind !== 'single') return;
      const { errors = [], data } = response.body.singleResult;
      const status = statusOf(errors.map(({ extensions }) => extensions?.['code']), Object.values(data ?? {}).some((value) => value !== null));
      if (status !== undefined) response.http.status = status;
      if (worksAgain(errors) > 0) response.http.headers.set('retry-after', String(worksAgain(errors)));
      if (!isLongerThan(response.body.singleResult, door.limits.responseBytes)) return;
      const error = door.present(tooCostly('The answer is too long to send. Ask for smaller pages or fewer fields.'), contextValue.correlationId);
      response.body.singleResult = { errors: [error] };
      response.http.status = 400;
    },
  }),
});
