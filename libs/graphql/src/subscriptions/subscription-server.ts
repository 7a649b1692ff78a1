import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { correlationId } from '@vouchsafe/telemetry';
import { getOperationAST, GraphQLError, OperationTypeNode, parse, specifiedRules, validate, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, type SubscribePayload } from 'graphql-ws';
import { decodeJwt } from 'jose';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { checkCost } from '../armour/cost.js';
import { badUserInput } from '../errors/api-error.js';
import { OpenDoor } from '../open-door.js';
import { countSubscription } from '../operations.js';
import { credentialsFrom, requestContext, type Credentials, type RequestContext } from '../request/request-context.js';

const UNAUTHORIZED = 4401;
const FORBIDDEN = 4403;
const TRY_AGAIN_LATER = 1013;
const A_MOMENT = 1_000;
const MOST_BYTES_OF_A_MESSAGE = 100 * 1024;

/** What is kept for each socket. */
type Kept = {
  credentials?: Credentials;
  recheck?: NodeJS.Timeout;
  /** Gives the place among the person's sockets back. */
  leave?: () => void;
  /** Ends the operation of an id. */
  ends?: Map<string, () => void>;
};
type Session = Extra & Partial<Kept>;

/** What parser and rules find wrong was written by the caller. */
const asCallersMistake = (error: GraphQLError): GraphQLError =>
  error.extensions['code'] === undefined ? new GraphQLError(error.message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' }, originalError: error }) : error;

const lowerCased = (payload: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(payload ?? {}).map(([key, value]) => [key.toLowerCase(), value]));

/** Milliseconds until a verified token ends by its own word; far away if it does not say. */
const untilItEnds = (authorization: string | undefined): number => {
  try {
    const { exp } = decodeJwt(authorization?.split(' ').at(-1) ?? '');
    return exp === undefined ? Infinity : Math.max(exp * 1_000 - Date.now(), 0) + A_MOMENT;
  } catch {
    return Infinity;
  }
};

/** A fault in mid-stream becomes a last answer; thrown, it would close the socket and with it the caller's other subscriptions.
 * No generator: its `return` would stand in line behind a `next` that waits for news which may never come. */
const untilItFails = (results: AsyncIterator<ExecutionResult>): AsyncIterableIterator<ExecutionResult> => {
  let failed = false;
  const over = { done: true, value: undefined } as const;
  return {
    [Symbol.asyncIterator]() { return this; },
    next: async () => {
      if (failed) return over;
      try {
        return await results.next();
      } catch (error) {
        failed = true;
        return { done: false, value: { errors: [error instanceof GraphQLError ? error : new GraphQLError('failed', { originalError: error as Error })] } };
      }
    },
    return: async () => (await results.return?.()) ?? over,
  };
};

/** Subscriptions over graphql-ws, at the address of the open door and under its bounds. Queries and mutations go over HTTP. */
@Injectable()
export class SubscriptionServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({
    noServer: true, maxPayload: MOST_BYTES_OF_A_MESSAGE,
    handleProtocols: (protocols) => (protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false),
  });
  private stop: () => Promise<void> = async () => {};

  constructor(private readonly http: HttpAdapterHost, private readonly schemaHost: GraphQLSchemaHost, private readonly door: OpenDoor) {}

  onApplicationBootstrap(): void {
    const server = this.http.httpAdapter.getHttpServer() as Server;
    const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.split('?')[0] !== this.door.path) {
        // Nobody else takes it, and no timeout of HTTP ends it any more.
        socket.on('error', () => {}).end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.sockets.emit('connection', webSocket, request));
    };
    server.on('upgrade', upgrade);
    const { dispose } = useServer<Record<string, unknown>, Kept>({
      onConnect: ({ connectionParams, extra }) => this.connect(extra, connectionParams),
      onDisconnect: ({ extra }) => {
        clearTimeout(extra.recheck);
        extra.leave?.();
      },
      onSubscribe: ({ extra }, id, payload) => this.prepare(extra, id, payload),
      onOperation: (_, __, ___, ____, result) => (Symbol.asyncIterator in result ? untilItFails(result as AsyncIterableIterator<ExecutionResult>) : undefined),
      onNext: (_, __, ___, { contextValue }, { data, errors }) => ({
        ...(data === undefined ? {} : { data }),
        ...(errors ? { errors: errors.map((error) => this.door.present(error, (contextValue as RequestContext).correlationId)) } : {}),
      }),
      onError: (_, __, ___, errors) => errors.map((error) => this.door.present(error)),
      onComplete: ({ extra }, id) => {
        extra.ends?.get(id)?.();
        extra.ends?.delete(id);
      },
    }, this.sockets);
    this.stop = async () => {
      server.off('upgrade', upgrade);
      await dispose();
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** @returns false where the socket was closed: 4401 without a token that holds, 4403 for no organization, 1013 while nobody can tell and for one too many */
  private async connect(session: Session, payload: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    try {
      session.credentials = credentialsFrom(lowerCased(payload));
      const actor = await this.door.authenticator.authenticate(session.credentials.authorization, session.credentials.organization);
      session.leave ??= this.door.crowd.connect(actor);
    } catch (error) {
      this.turnAway(session.socket, error);
      return false;
    }
    if (session.socket.readyState !== session.socket.OPEN) { // it went while we asked
      session.leave();
      return false;
    }
    const wait = Math.min(untilItEnds(session.credentials.authorization), this.door.limits.recheckMilliseconds);
    session.recheck = setTimeout(() => void this.connect(session, payload), wait);
    return true;
  }

  private turnAway(socket: WebSocket, error: unknown): void {
    const { message, extensions } = this.door.present(error);
    const code = extensions?.['code'];
    // A close reason has at most 123 bytes.
    socket.close(code === 'UNAUTHENTICATED' ? UNAUTHORIZED : code === 'UNAVAILABLE' || code === 'RATE_LIMITED' ? TRY_AGAIN_LATER : FORBIDDEN, Buffer.from(message).subarray(0, 120).toString());
  }

  /** @returns what to execute, or why not */
  private prepare(session: Session, id: string, { query, variables, operationName }: SubscribePayload): ExecutionArgs | GraphQLError[] {
    const { schema } = this.schemaHost;
    const { limits, rules } = this.door;
    try {
      const document = parse(query, { maxTokens: limits.tokens });
      const errors = validate(schema, document, [...specifiedRules, ...rules]);
      if (errors.length > 0) return errors.map(asCallersMistake);
      if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
        return [badUserInput('Only subscriptions run over a WebSocket: send queries and mutations over HTTP.')];
      }
      const variableValues = variables ?? {};
      const cost = checkCost(schema, document, variableValues, operationName, limits.cost);
      return { schema, document, variableValues, operationName: operationName ?? null, contextValue: this.contextOf(session, id, cost) };
    } catch (error) {
      if (error instanceof GraphQLError) return [asCallersMistake(error)];
      throw error;
    }
  }

  /** A subscription has no deadline: it ends when the caller or the token does. */
  private contextOf(session: Session, id: string, cost: number): RequestContext {
    const gone = new AbortController();
    const context = requestContext({
      req: session.request, correlationId: correlationId(), signal: gone.signal, authenticator: this.door.authenticator,
      credentials: session.credentials ?? credentialsFrom({}),
      enter: (actor) => this.door.crowd.follow(actor, cost),
    });
    const left = countSubscription();
    (session.ends ??= new Map()).set(id, () => { gone.abort(); context.end(); left(); });
    return context;
  }
}
