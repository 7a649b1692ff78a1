import type { IncomingMessage, ServerResponse } from 'node:http';
import { Global, Module, type DynamicModule, type MiddlewareConsumer, type NestModule, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, HttpAdapterHost } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule as NestGraphqlModule } from '@nestjs/graphql';
import { incoming, openSpan, withCorrelation } from '@vouchsafe/telemetry';
import { AllowGuard } from './allow/allow.guard.js';
import { answerPlugin } from './answer.plugin.js';
import { boundByDeadline } from './armour/deadline.js';
import { badUserInput, tooCostly } from './errors/api-error.js';
import { GraphiqlPage } from './graphiql/graphiql-page.js';
import { AUTHENTICATOR, GRAPHQL_OPTIONS, type GraphqlOptions } from './graphql-options.js';
import { OpenDoor } from './open-door.js';
import { countOperations } from './operations.js';
import { Pages } from './pages/pages.js';
import { scalars } from './schema/scalars.js';
import { enforceVisibility } from './visibility/enforce-visibility.js';
import { typeDefinitions } from './schema/type-definitions.js';
import { SubscriptionServer } from './subscriptions/subscription-server.js';

type Next = (error?: unknown) => void;

@Global()
@Module({})
class OpenDoorModule {}

const apollo = (door: OpenDoor): Omit<ApolloDriverConfig, 'driver'> => ({
  path: door.path,
  typeDefs: typeDefinitions(door.options.schema),
  resolvers: scalars,
  transformSchema: (schema) => enforceVisibility(boundByDeadline(schema)),
  context: ({ req, res }: { req: IncomingMessage; res: ServerResponse }) => door.contextOfRequest(req, res),
  formatError: (_, error) => door.present(error),
  plugins: [answerPlugin(door), countOperations],
  validationRules: door.rules,
  parseOptions: { maxTokens: door.limits.tokens },
  introspection: !door.options.production,
  graphiql: false, // ours works without a network
  hideSchemaDetailsFromClientErrors: true, // "did you mean" would tell the schema, in production too
  includeStacktraceInErrorResponses: false,
  allowBatchedHttpRequests: false,
  csrfPrevention: true,
  persistedQueries: false,
  maxRecursiveSelections: 100_000,
  autoTransformHttpErrors: false, // errors/present.ts does it
  preserveHttpStatusForExecutionErrors: false, // 401 and 429 are statuses too
});

/** The GraphQL API: schema first, one open door at `/graphql`, bounded on every side. */
@Module({})
export class GraphqlModule implements NestModule, OnModuleInit {
  constructor(private readonly door: OpenDoor, private readonly http: HttpAdapterHost, private readonly graphiql: GraphiqlPage) {}

  static with(options: GraphqlOptions): DynamicModule {
    const door: DynamicModule = {
      module: OpenDoorModule,
      imports: options.imports,
      providers: [
        { provide: GRAPHQL_OPTIONS, useValue: options },
        { provide: AUTHENTICATOR, useExisting: options.authenticator },
        { provide: Pages, useValue: new Pages(options.cursorSecret) },
        OpenDoor, GraphiqlPage,
      ],
      exports: [OpenDoor, GraphiqlPage, Pages],
    };
    const nest = NestGraphqlModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, inject: [OpenDoor], useFactory: apollo });
    return { module: GraphqlModule, imports: [door, nest], providers: [{ provide: APP_GUARD, useClass: AllowGuard }, SubscriptionServer], exports: [nest] };
  }

  configure(consumer: MiddlewareConsumer): void {
    const enter = (req: IncomingMessage, res: ServerResponse, next: Next) => {
      const { correlation, caller } = incoming(req.headers);
      res.setHeader('x-correlation-id', correlation);
      if (this.graphiql.isFor(req)) return void this.graphiql.send(req, res).catch(next);
      const span = openSpan(correlation, 'graphql', caller);
      res.once('close', () => span.end());
      span.within(() => withCorrelation(correlation, next));
    };
    consumer.apply(enter).forRoutes(this.door.path);
  }

  /** A body that is too long or no JSON never reaches GraphQL, and is answered in its form all the same. */
  onModuleInit(): void {
    this.http.httpAdapter?.use(this.door.path, (error: { status?: number; type?: string }, _: IncomingMessage, res: ServerResponse, next: Next) => {
      if (res.headersSent || error.status === undefined || error.status >= 500) return next(error);
      const isTooLong = error.type === 'entity.too.large';
      const shown = this.door.present(isTooLong ? tooCostly('The request is longer than 100 kB. Send several smaller ones.') : badUserInput('The body is not JSON that we can read.'));
      res.statusCode = error.status;
      res.setHeader('content-type', 'application/json; charset=utf-8');
      res.end(JSON.stringify({ errors: [shown] }));
    });
  }
}
