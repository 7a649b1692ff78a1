import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { GraphqlModule, type GraphqlOptions } from '@vouchsafe/graphql';
import { Health } from '@vouchsafe/telemetry';
import { HealthController } from './health/health.controller.js';
import { OpenRequests } from './open-requests.js';

/** What a context brings to the API. */
export interface ApiContext {
  /** Its resolvers and handlers. */
  readonly module: Type | DynamicModule;
  /** The folder with its `.graphql` files: `new URL('.', import.meta.url)` beside the module. */
  readonly schema: URL;
}

export interface ApiOptions extends Omit<GraphqlOptions, 'schema'> {
  readonly contexts: readonly ApiContext[];
  /** Of the process: what the public port says of it is who is well and who is not. */
  readonly health: Health;
}

/** The API process: one GraphQL door, health, and a list of contexts. It holds no rules of its own. */
@Module({})
export class ApiModule {
  static with({ contexts, health, ...graphql }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        TerminusModule.forRoot({ logger: false }),
        GraphqlModule.with({ ...graphql, schema: contexts.map(({ schema }) => schema) }),
        ...contexts.map(({ module }) => module),
      ],
      controllers: [HealthController],
      providers: [OpenRequests, { provide: Health, useValue: health }],
    };
  }
}
