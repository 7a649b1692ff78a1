import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { blindIndex } from '@vouchsafe/access';
import { serveApi } from '@vouchsafe/api';
import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import type { NewEvent } from '@vouchsafe/event-store';
import { openLedger, type Ledger } from '@vouchsafe/projections';
import { everyEvent, foldingOn, marked, renamed, type Folding } from './history.js';
import { productTemplate } from './product-database.js';
import { operations, type IdOf } from './walk-api.js';

// The api as it runs, asked over HTTP everything that its schema lets one ask. Two organizations have the same ids and tell of different
// things; A has a second set of ids that B has not. No answer to B holds a word of A, and A's ids look to B like ids that nobody has.

const A = tenantId('00000000-0000-4000-8000-00000000000a');
const B = tenantId('00000000-0000-4000-8000-00000000000b');
const MARKS = new Map([[A, 'LEAK-A-'], [B, 'LEAK-B-']]);
const ofA = /LEAK-A-|00000000-0000-4000-8000-00000000000a/;
const EVENTS = everyEvent();
const ISSUER = 'https://sign-in.example';
const ROLES = ['OPERATOR', 'PROGRAM_LEAD', 'EXECUTIVE', 'GROUP_EXECUTIVE'];

let template: Awaited<ReturnType<typeof productTemplate>>;
let product: Folding;
let ledger: Ledger;
let app: Awaited<ReturnType<typeof serveApi>>;
let schema: GraphQLSchema;
let home: string;
let endpoint: string;
const tokens = new Map<TenantId, string>();

/** Every value that an id of this name has in any event: the events were written apart, and do not all tell of one thing. */
const ids = new Map<string, string[]>();
const collect = (at: unknown): void => {
  if (typeof at !== 'object' || at === null) return;
  for (const [key, value] of Object.entries(at)) {
    if (typeof value !== 'string') collect(value);
    else if (key.endsWith('Id')) ids.set(key, [...new Set([...(ids.get(key) ?? []), value])]);
  }
};
for (const { data } of EVENTS) collect(data);
const OWNERS: Record<string, string> = { importReview: 'importId', chain: 'personId', person: 'personId' };
const idAt = (round: number, suffix = ''): IdOf => (name, field) => {
  const key = name === 'id' ? OWNERS[field] ?? `${field}Id` : name;
  const known = ids.get(key) ?? [`some-${name}`];
  return `${known[round % known.length]!}${suffix}`;
};
const ROUNDS = Math.max(...[...ids.values()].map(({ length }) => length));

const granted = (personId: string): NewEvent[] => ROLES.flatMap((role) => (role === 'PROGRAM_LEAD' ? ids.get('programId')! : [null])
  .map((programId) => ({ type: 'RoleGranted', schemaVersion: 1, occurredOn: '2026-03-01', data: { personId, role, programId } })));

const freePort = (): Promise<number> => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => done(port));
  });
});

beforeAll(async () => {
  template = await productTemplate();
  const url = await template.copy();
  product = await foldingOn(url);
  ledger = await openLedger(url);
  const secret = await ledger.database.installationSecret();
  for (const tenant of [A, B]) {
    const mark = MARKS.get(tenant)!;
    const events = [...EVENTS.map((event) => marked(event, mark)), ...granted('amara')];
    await product.store.openLog(tenant);
    const writes = [{ stream: 'everything-1', expected: 'none' as const, events }];
    await product.store.append(tenant, { requestKey: 'everything', actor: `person:${mark}actor`, correlation: `${mark}correlation`, writes });
    await ledger.database.withTenant(tenant, (tx) =>
      tx.query(`INSERT INTO front.key (tenant_id, kind, key, subject) VALUES ($1, 'sign-in', $2, 'amara')`, [tenant, blindIndex(secret, `amara@${mark}example`)]));
  }
  const more = EVENTS.map((event) => marked(renamed(event, '-of-a'), MARKS.get(A)!));
  await product.store.append(A, { requestKey: 'more', actor: 'system:spec', correlation: 'c', writes: [{ stream: 'everything-2', expected: 'none', events: more }] });
  await product.fold();

  // Among the events is one that signs everybody out: what was issued in its second would count for older.
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  for (const tenant of [A, B]) {
    const claims = { email: `amara@${MARKS.get(tenant)!}example`, email_verified: true };
    tokens.set(tenant, await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt' }).setIssuer(ISSUER).setAudience('vouchsafe').setSubject(`amara-${tenant}`).setIssuedAt(Math.ceil(Date.now() / 1_000)).setExpirationTime('10m').sign(privateKey));
  }
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  const port = await freePort();
  const signIn = { issuer: ISSUER, audience: 'vouchsafe', jwks: { keys: [{ ...await exportJWK(publicKey), kid: 'k', alg: 'ES256', use: 'sig' }] } };
  app = await serveApi(ledger, { port, production: true, home, signIn, limits: { unitsPerSecondPerPerson: 1e9, unitsPerSecondPerTenant: 1e9 } }); // it asks for everything, and it is not the budget that is looked at here
  endpoint = `http://127.0.0.1:${port}/graphql`;
  ({ schema } = app.get(GraphQLSchemaHost, { strict: false }));
}, 300_000);
afterAll(async () => {
  await app?.close();
  await ledger?.close();
  await product?.close();
  await template?.drop();
  if (home) await rm(home, { recursive: true, force: true });
});

interface Answer { readonly data?: unknown; readonly errors?: { message: string; extensions?: { code?: string } }[] }

const ask = async (tenant: TenantId, text: string): Promise<{ status: number; body: string; answer: Answer }> => {
  const response = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(tenant)}` }, body: JSON.stringify({ query: text }) });
  const body = await response.text();
  return { status: response.status, body, answer: JSON.parse(body) as Answer };
};

/** As deep as the armour lets one ask. */
const askDeeply = async (tenant: TenantId, name: string, idOf: IdOf): Promise<{ body: string; answer: Answer }> => {
  for (let depth = 8; ; depth -= 1) {
    const asked = await ask(tenant, operations(schema, 'query', depth, idOf).find((each) => each.name === name)!.text);
    const isTooMuch = asked.answer.errors?.some(({ extensions }) => /TOO|COST|LIMIT|VALIDATION|COMPLEX/.test(extensions?.code ?? ''));
    if (!isTooMuch || depth === 2) return asked;
  }
};

const queries = (): string[] => Object.keys(schema.getQueryType()!.getFields());

it('answers B whatever it asks without one word of A, where A finds its own', async () => {
  const told = { toA: new Set<string>(), toB: new Set<string>() };
  const leaks: string[] = [];
  const refused = new Set<string>();
  for (const name of queries()) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [toA, toB] = [await askDeeply(A, name, idAt(round)), await askDeeply(B, name, idAt(round))];
      if (ofA.test(toB.body)) leaks.push(`${name}: ${ofA.exec(toB.body)![0]}`);
      if (toA.body.includes('LEAK-A-')) told.toA.add(name);
      if (toB.body.includes('LEAK-B-')) told.toB.add(name);
      for (const { message, extensions } of toB.answer.errors ?? []) refused.add(`${name}: ${extensions?.code ?? message}`);
    }
  }
  expect(leaks).toEqual([]);
  expect([...told.toB]).toEqual([...told.toA]);
  expect(told.toA.size).toBeGreaterThan(4); // else nothing was told that could have leaked
  expect([...refused].filter((each) => !/FORBIDDEN|NOT_FOUND|BAD_USER_INPUT/.test(each))).toEqual([]);
}, 300_000);

/** An answer without what differs from request to request. */
const shape = ({ status, body }: { status: number; body: string }, suffix: string): string =>
  `${status} ${body.replaceAll(suffix, '-X').replace(/"(correlationId|position|recordedAt|asKnownAt|[a-z]+Id)":"[^"]*"/g, '"$1":"…"')}`;

it.each(['query', 'mutation'] as const)('answers B about an id of A as about an id that nobody has: every %s', async (kind) => {
  const differences: string[] = [];
  const seen = new Set<string>();
  const unasked = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const [ofTheirs, ofNobody] = ['-of-a', '-of-0'].map((suffix) => operations(schema, kind, 4, idAt(round, suffix)));
    for (const [at, { name, text }] of ofTheirs!.entries()) {
      if (name === 'signOutEverybody') continue; // it names nobody, it succeeds, and then nobody here could ask any further
      const theirs = shape(await ask(B, text), '-of-a');
      const nobodys = shape(await ask(B, ofNobody![at]!.text), '-of-0');
      seen.add(name);
      if (theirs !== nobodys) differences.push(`${name}\n  ${theirs}\n  ${nobodys}`);
      if (ofA.test(theirs)) differences.push(`${name} tells ${ofA.exec(theirs)![0]}`);
      if (!theirs.startsWith('200 {"data"')) unasked.add(`${name}: ${theirs}`);
    }
  }
  expect(differences).toEqual([]);
  expect([...unasked]).toEqual([]); // what the armour or the schema refuses never reached a tenant's data
  expect(seen.size).toBeGreaterThan(10);
}, 300_000);

it('would see A, were B let in by mistake', async () => {
  tokens.set(B, tokens.get(A)!);
  const bodies = await Promise.all(queries().map(async (name) => (await askDeeply(B, name, idAt(0))).body));
  expect(bodies.filter((body) => ofA.test(body)).length).toBeGreaterThan(4);
}, 60_000);
