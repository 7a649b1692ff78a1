import { Module, type DynamicModule, type InjectionToken, type Type } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { GraphqlModule, type GraphqlOptions } from '@vouchsafe/graphql';
import { ADMIN_PORT, AdminServer } from './health/admin-server.js';
import { HealthController } from './health/health.controller.js';
import { READINESS_CHECKS, type ReadinessCheck } from './health/readiness-check.js';

/** What a context brings to the API. */
export interface ApiContext {
  /** Its resolvers and handlers. */
  readonly module: Type | DynamicModule;
  /** The folder with its `.graphql` files: `new URL('.', import.meta.url)` beside the module. */
  readonly schema: URL;
}

/** The readiness checks, made of parts that are provided globally. */
export interface Readiness {
  readonly inject: readonly InjectionToken[];
  readonly checks: (...parts: never[]) => readonly ReadinessCheck[];
}

export interface ApiOptions extends Omit<GraphqlOptions, 'schema'> {
  readonly contexts: readonly ApiContext[];
  readonly readiness: Readiness;
  /** Of the operators' server; null for none. */
  readonly adminPort: number | null;
}

/** The API process: one GraphQL door, health, and a list of contexts. It holds no rules of its own. */
@Module({})
export class ApiModule {
  static with({ contexts, readiness, adminPort, ...graphql }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        TerminusModule.forRoot({ logger: false }),
        GraphqlModule.with({ ...graphql, schema: contexts.map(({ schema }) => schema) }),
        ...contexts.map(({ module }) => module),
      ],
      controllers: [HealthController],
      providers: [
        { provide: READINESS_CHECKS, inject: [...readiness.inject], useFactory: (...parts: never[]) => readiness.checks(...parts) },
        { provide: ADMIN_PORT, useValue: adminPort },
        AdminServer,
      ],
      exports: [AdminServer],
    };
  }
}
