import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Database, type Actor, type Role } from '@vouchsafe/access';
import { Clock, EventStore } from '@vouchsafe/event-store';
import type { TenantId } from '@vouchsafe/event-schema';
import { GraphqlModule, type FaultLog } from '@vouchsafe/graphql';
import { anActor } from '@vouchsafe/graphql/testing';
import { ReadModels } from '@vouchsafe/projections';
import { directory } from './directory.context.js';
import type { ADirectory } from './directory.fixtures.js';
import { DirectoryModule } from './directory.module.js';

/** The real API of this context alone, listening. A token is `<tenant>/<person>/<ROLE>`: who somebody is, other specs prove. */
export const aDirectoryApi = async ({ database, log, deps, readModels }: ADirectory) => {
  class SignsInAnybody {
    async authenticate(authorization: string | undefined): Promise<Actor> {
      const [tenant, person, role] = (authorization ?? '').replace(/^Bearer /, '').split('/');
      if (!tenant || !person) throw Object.assign(new Error('Please sign in.'), { name: 'Unauthenticated' });
      const actor = anActor(tenant as TenantId, person);
      return { ...actor, roles: new Set(role ? [role as Role] : []) };
    }
  }
  @Module({ providers: [SignsInAnybody], exports: [SignsInAnybody] })
  class SignInModule {}
  const parts = [
    { provide: Database, useValue: database }, { provide: EventStore, useValue: log }, { provide: Clock, useValue: deps.clock }, { provide: ReadModels, useValue: readModels },
  ];
  @Global()
  @Module({ providers: parts, exports: parts.map(({ provide }) => provide) })
  class PartsModule {}

  const faults: Parameters<FaultLog>[0][] = [];
  const door = GraphqlModule.with({
    production: false, schema: [directory.schema], cursorSecret: 'a secret of at least thirty-two bytes', log: (fault) => void faults.push(fault),
    imports: [SignInModule], authenticator: SignsInAnybody,
  });
  const app = (await Test.createTestingModule({ imports: [door, PartsModule, DirectoryModule] }).compile()).createNestApplication();
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const headers = (token: string | undefined) => (token === undefined ? {} : { authorization: `Bearer ${token}` });
  return {
    app, url, faults,
    /** A GraphQL operation. */
    ask: async (token: string | undefined, query: string, variables: object = {}): Promise<{ data: Record<string, never>; errors?: { message: string; extensions: { code: string } }[] }> =>
      (await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers(token) }, body: JSON.stringify({ query, variables }) })).json() as never,
    /** An upload. */
    upload: async (token: string | undefined, parameters: Record<string, string>, body: BodyInit, type = 'text/csv') => {
      const response = await fetch(`${url}/people-files?${new URLSearchParams(parameters)}`, {
        method: 'POST', headers: { 'content-type': type, ...headers(token) }, body, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      } as RequestInit);
      return { status: response.status, correlationId: response.headers.get('x-correlation-id'), body: await response.json() as Record<string, never> };
    },
  };
};
