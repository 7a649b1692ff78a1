import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { serveApi } from '@vouchsafe/api';
import { freshDatabase, type FreshDatabase } from '@vouchsafe/embedded-postgres/testing';
import { resolversWithoutAllow, rootResolvers, unboundedLists } from '@vouchsafe/graphql/testing';
import { migrateLedger, openLedger, type Ledger } from '@vouchsafe/projections';
import { contexts } from '@vouchsafe/projector';
import { sources } from './sources.js';

// The api as it runs, with every context in it: what nobody asked for does not answer, what somebody asks for answers once.

let fresh: FreshDatabase;
let home: string;
let ledger: Ledger;
let app: Awaited<ReturnType<typeof serveApi>>;
let schema: GraphQLSchema;

const freePort = (): Promise<number> => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});

beforeAll(async () => {
  fresh = await freshDatabase({ empty: true });
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  await migrateLedger(fresh.url, contexts);
  ledger = await openLedger(fresh.url);
  app = await serveApi(ledger, { port: await freePort(), production: false, signIn: 'development', home });
  ({ schema } = app.get(GraphQLSchemaHost, { strict: false }));
}, 120_000);
afterAll(async () => {
  await app?.close();
  await ledger?.close();
  await fresh?.drop();
  await rm(home, { recursive: true, force: true });
});

/** The messages that handlers of an application answer, once for each time that one is provided. */
const answered = (within: INestApplicationContext): string[] => [...within.get(ModulesContainer).values()]
  .flatMap((module) => [...module.providers.values()].map(({ metatype }) => metatype as Type | null))
  .flatMap((metatype) => ['__commandHandler__', '__queryHandler__'].map((key) => (metatype ? Reflect.getMetadata(key, metatype) as Type | undefined : undefined)))
  .filter((message) => message !== undefined)
  .map(({ name }) => name)
  .sort();

const messages = sources().filter(({ path }) => /^(libs|apps)\/.*\.ts$/.test(path) && !/\.(spec|fixtures|testing)\.ts$/.test(path) && !path.startsWith('libs/graphql/'))
  .flatMap(({ text }) => [...text.matchAll(/^(?:export )?class (\w+)\s+extends \w*(?:Command|Query)\b/gm)].map(([, name]) => name!)).sort();

it('every message has one handler, and none has two', () => {
  expect(answered(app)).toEqual(messages);
  expect(messages.length).toBeGreaterThan(20);
});

it('no two messages share a name', () => expect(messages.filter((name, at) => messages.indexOf(name) !== at)).toEqual([]));

it('every message says what it answers, else the bus would answer anything', () =>
  expect(sources().filter(({ path, text }) => /^libs\/.*\.ts$/.test(path) && /extends (Command|Query)\s*\{/.test(text)).map(({ path }) => path)).toEqual([]));

it('every root field has a resolver, and every resolver says who may ask', () => {
  expect(resolversWithoutAllow(app)).toEqual([]);
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => Object.keys(type?.getFields() ?? {}));
  const resolved = rootResolvers(app).map(({ resolver }) => resolver.split('.')[1]!);
  expect(fields.filter((name) => !resolved.includes(name))).toEqual([]);
  expect(fields.length).toBeGreaterThan(20);
});

it('every list has a bound', () => expect(unboundedLists(schema)).toEqual([]));

const ours = (type: GraphQLNamedType): boolean => !type.name.startsWith('__') && !['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name);

/** Their names say it all, for they belong to a field or a type that says the rest: parts of a connection, and what a mutation takes and answers. */
const isFrame = (type: GraphQLNamedType): boolean => /(Input|Result|Connection|Edge)$/.test(type.name) || Object.values(schema.getTypeMap())
  .some((union) => isUnionType(union) && union.name.endsWith('Result') && isObjectType(type) && union.getTypes().includes(type) && !type.getInterfaces().some(({ name }) => name === 'Refusal'));

it('every type says what it is', () =>
  expect(Object.values(schema.getTypeMap()).filter((type) => ours(type) && !isFrame(type) && !type.description).map(({ name }) => name)).toEqual([]));

it('every root field says what it does', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  expect(roots.flatMap((type) => Object.values(type?.getFields() ?? {}).filter(({ description }) => !description).map(({ name }) => `${type!.name}.${name}`))).toEqual([]);
});

it('every refusal has a sentence', () => {
  const refusal = schema.getType('Refusal');
  const unions = Object.values(schema.getTypeMap()).filter(isUnionType).filter(({ name }) => name.endsWith('Result'));
  expect(isInterfaceType(refusal)).toBe(true);
  // The answer of a mutation is one success; whatever else it may be implements Refusal, so that a client that does not know it has words to show.
  const odd = unions.filter((union) => union.getTypes().filter((type) => !type.getInterfaces().some(({ name }) => name === 'Refusal')).length !== 1);
  expect(odd.map(({ name }) => name)).toEqual([]);
  expect(unions.length).toBeGreaterThan(10);
});

it('no field tells another organization by number, table or id of ours', () => {
  const fields = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInputObjectType(type) || isInterfaceType(type)).filter(ours)
    .flatMap((type) => Object.keys((type as { getFields(): object }).getFields()).map((field) => `${type.name}.${field}`));
  expect(fields.filter((field) => /\.(tenant|tenantId|tenant_id)$/i.test(field))).toEqual([]);
  expect(Object.values(schema.getTypeMap()).filter(isEnumType).length).toBeGreaterThan(3);
});
