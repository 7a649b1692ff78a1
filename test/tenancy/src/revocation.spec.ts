import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { blindIndex } from '@vouchsafe/access';
import { serveApi } from '@vouchsafe/api';
import { tenantId, type TenantId } from '@vouchsafe/event-schema';
import type { NewEvent } from '@vouchsafe/event-store';
import { openLedger, type Ledger } from '@vouchsafe/projections';
import { contexts, startProjector, type Projector } from '@vouchsafe/projector';
import { productDatabase, type ProductDatabase } from './product-database.js';

// The product over HTTP, with signed tokens that are good for ten minutes: whom it lets in no more, and whom still. How soon is a fact of the
// authenticator, which a spec of its own holds with a clock of its own; here nothing is timed, because the machine may be slow.

const ACME = tenantId('00000000-0000-4000-8000-00000000ac3e');
const GLOBEX = tenantId('00000000-0000-4000-8000-0000000910be');
const ISSUER = 'https://sign-in.example';
const PATIENCE = 90_000;

let product: ProductDatabase;
let ledger: Ledger;
let projector: Projector;
let app: Awaited<ReturnType<typeof serveApi>>;
let home: string;
let endpoint: string;
let privateKey: CryptoKey;

/** @param secondsAgo since it was issued */
const tokenOf = (person: string, secondsAgo: number): Promise<string> => {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ email: `${person}@vouchsafe.example`, email_verified: true }).setProtectedHeader({ alg: 'ES256', kid: 'k', typ: 'at+jwt' })
    .setIssuer(ISSUER).setAudience('vouchsafe').setSubject(person).setIssuedAt(now - secondsAgo).setExpirationTime(now + 600).sign(privateKey);
};

interface Asked { readonly status: number; readonly data: Record<string, { __typename: string }> | null | undefined; readonly message: string | undefined; readonly code: string | undefined }

const ask = async (token: string, query: string, variables: object = {}, handle = 'acme'): Promise<Asked> => {
  const response = await fetch(endpoint, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-vouchsafe-organization': handle }, body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json() as { data?: Asked['data']; errors?: { message: string; extensions: { code: string } }[] };
  return { status: response.status, data, message: errors?.[0]?.message, code: errors?.[0]?.extensions.code };
};
const does = async (token: string, name: string, input: object): Promise<string | undefined> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return (await ask(token, `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input: { requestKey: randomUUID(), ...input } })).data?.[name]?.__typename;
};
const isIn = async (token: string, handle = 'acme'): Promise<boolean> => Boolean((await ask(token, '{ myOrganization { name } }', {}, handle)).data?.['myOrganization']);

const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (const from = Date.now(); !(await isSo()); await new Promise((resolve) => { setTimeout(resolve, 250); })) {
    if (Date.now() > from + PATIENCE) throw new Error(`Waited in vain until ${what}.`);
  }
};

const append = async (tenant: TenantId, stream: string, ...events: readonly [string, object][]): Promise<void> => {
  const made = events.map(([type, data]): NewEvent => ({ type, schemaVersion: 1, occurredOn: '2026-03-01', data }));
  await ledger.store.append(tenant, { requestKey: randomUUID(), actor: 'system:spec', correlation: 'spec', writes: [{ stream, expected: 'any', events: made }] });
};

const people = ['olu', 'amara', 'bruno', 'lena', 'wim'];

beforeAll(async () => {
  product = await productDatabase({ rebuilding: false });
  ledger = await openLedger(product.url);
  projector = await startProjector(ledger, contexts);
  const secret = await ledger.database.installationSecret();
  for (const [tenant, handle] of [[ACME, 'acme'], [GLOBEX, 'globex']] as const) {
    await ledger.store.openLog(tenant);
    await append(tenant, `organization-${tenant}`, ['OrganizationRegistered', { organizationId: tenant, name: handle, handle, kind: 'ORGANIZATION', sample: false }]);
    await append(tenant, 'role-olu', ['RoleGranted', { personId: 'olu', role: 'OPERATOR', programId: null }]);
    await append(tenant, 'directory-graph', ...people.map((personId): [string, object] => ['PersonJoined', { personId, joinedOn: '2020-01-01' }]));
    for (const person of people) {
      await ledger.database.withTenant(tenant, (tx) => tx.query(`INSERT INTO front.key (tenant_id, kind, key, subject) VALUES ($1, 'sign-in', $2, $3)`, [tenant, blindIndex(secret, `${person}@vouchsafe.example`), person]));
    }
  }
  await projector.caughtUp({ within: 120_000 }); // whoever asks sooner is believed for a while to hold no role
  const pair = await generateKeyPair('ES256', { extractable: true });
  ({ privateKey } = pair);
  home = await mkdtemp(join(tmpdir(), 'vouchsafe-spec-'));
  const port = await new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => done(free));
    });
  });
  const signIn = { issuer: ISSUER, audience: 'vouchsafe', jwks: { keys: [{ ...await exportJWK(pair.publicKey), kid: 'k', alg: 'ES256', use: 'sig' }] } };
  app = await serveApi(ledger, { port, production: true, home, signIn });
  endpoint = `http://127.0.0.1:${port}/graphql`;
}, 180_000);
afterAll(async () => {
  await app?.close();
  await projector?.stop();
  await ledger?.close();
  await product?.drop();
  if (home) await rm(home, { recursive: true, force: true });
});

it('lets nobody in with what was issued before they were signed out, dismissed or left, and everybody else as before', async () => {
  const [olu, amara, bruno, lena, wim] = await Promise.all(people.map((person) => tokenOf(person, 5))) as [string, string, string, string, string];
  for (const token of [olu, amara, bruno, lena, wim]) expect(await isIn(token)).toBe(true);

  expect(await does(olu, 'signOutPerson', { personId: 'amara' })).toBe('PersonSignedOut');
  expect(await does(olu, 'deactivatePerson', { personId: 'bruno' })).toBe('PersonDeactivated');
  await append(ACME, 'spec-leaving', ['PersonLeft', { personId: 'lena' }]);
  expect(await does(wim, 'signOutPerson', { personId: 'olu' })).toBe('PersonIsNotHere');
  await until('the three are out', async () => !(await Promise.all([amara, bruno, lena].map((token) => isIn(token)))).includes(true));

  expect(await ask(amara, '{ myOrganization { name } }')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED', message: 'You were signed out. Sign in again.' });
  for (const token of [olu, wim]) expect(await isIn(token)).toBe(true);
  expect(await isIn(amara, 'globex')).toBe(true); // one organization's word counts in that one

  const later = -1; // the next second: what was issued in the very same one counts for older
  expect(await isIn(await tokenOf('amara', later))).toBe(true);
  for (const person of ['bruno', 'lena']) expect(await isIn(await tokenOf(person, later))).toBe(false);
}, 3 * PATIENCE);

it('lets nobody in with what was issued before everybody was signed out, whoever did it included', async () => {
  const tokens = await Promise.all(['olu', 'wim'].map((person) => tokenOf(person, -1)));
  const [olu, wim] = tokens as [string, string];
  expect(await does(wim, 'signOutEverybody', {})).toBeUndefined(); // it is nobody's but an operator's and a lead's
  await new Promise((resolve) => { setTimeout(resolve, 2_000); }); // else the tokens would be of this very second or of the next
  expect(await does(olu, 'signOutEverybody', {})).toBe('EverybodySignedOut');
  await until('everybody is out', async () => !(await Promise.all(tokens.map((token) => isIn(token)))).includes(true));
  expect(await isIn(wim, 'globex')).toBe(true);
  expect(await isIn(await tokenOf('wim', -1))).toBe(true);
}, 3 * PATIENCE);
