import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { aKey, aProvider, aToken, now, type SigningKey, type TestProvider } from './identity-provider.fixtures.js';
import { keyTimes, type KeyTimes } from './issuer-keys.js';
import { TokenVerifier } from './token-verifier.js';
import type { RegisteredIssuer } from './registered-issuer.js';

let provider: TestProvider;
let key: SigningKey;
beforeAll(async () => { key = await aKey('k1'); });
beforeEach(async () => { provider = await aProvider(key); });
afterEach(() => provider.close());

const verifier = (times: Partial<KeyTimes> = {}, row: Partial<RegisteredIssuer> = {}): TokenVerifier =>
  new TokenVerifier([{ issuer: provider.issuer, audience: 'api', jwksUri: provider.jwksUri, ...row }], { ...keyTimes, ...times });
const refused = (problem: string) => expect.objectContaining({ name: 'Unauthenticated', problem });
const unavailable = expect.objectContaining({ name: 'IdentityProviderUnavailable' });
const sleep = (milliseconds: number) => new Promise((done) => { setTimeout(done, milliseconds); });

it('tells who a good token speaks for', async () => {
  const token = await aToken(provider, key, { email: 'Amara@Example.org', email_verified: true, exp: 4_000_000_000 });
  expect(await verifier().verify(token)).toEqual({ issuer: provider.issuer, subject: 'amara', email: 'amara@example.org', issuedAt: expect.any(Number), expiresAt: 4_000_000_000 });
});

it('passes on no address that the provider does not vouch for', async () => {
  expect(await verifier().verify(await aToken(provider, key, { email: 'amara@example.org' }))).not.toHaveProperty('email');
  expect(await verifier().verify(await aToken(provider, key, { email: 'amara@example.org', email_verified: 'true' }))).not.toHaveProperty('email');
});

it.each(['EdDSA', 'ES256', 'PS256', 'RS256'])('accepts %s', async (alg) => {
  const other = await aKey('k2', alg);
  provider.publish(other);
  expect(await verifier().verify(await aToken(provider, other))).toHaveProperty('subject', 'amara');
});

it.each<[string, Record<string, unknown>, string]>([
  ['no issuer', { iss: undefined }, 'foreign-issuer'],
  ['a foreign issuer', { iss: 'https://evil.example' }, 'foreign-issuer'],
  ['an issuer that is a list', { iss: ['x'] }, 'foreign-issuer'],
  ['no audience', { aud: undefined }, 'claim'],
  ['another audience', { aud: 'somebody-else' }, 'claim'],
  ['no subject', { sub: undefined }, 'claim'],
  ['an empty subject', { sub: '' }, 'claim'],
  ['a subject that is no text', { sub: 7 }, 'claim'],
  ['no expiry', { exp: undefined }, 'claim'],
  ['an expiry that is no number', { exp: 'tomorrow' }, 'claim'],
  ['expiry', { exp: 1_600_000_000, iat: 1_599_999_000 }, 'expired'],
  ['no day of issue', { iat: undefined }, 'claim'],
  ['issue in the future', { iat: 4_000_000_000, exp: 4_000_000_600 }, 'claim'],
  ['issue more than an hour ago, whatever its expiry', { iat: 1_600_000_000, exp: 4_000_000_000 }, 'expired'],
  ['a start in the future', { nbf: 4_000_000_000 }, 'claim'],
  ['the nonce of an ID token', { nonce: 'n' }, 'not-an-access-token'],
  ['the access token hash of an ID token', { at_hash: 'h' }, 'not-an-access-token'],
  ["Cognito's mark of an ID token", { token_use: 'id' }, 'not-an-access-token'],
  ["Keycloak's mark of an ID token", { typ: 'ID' }, 'not-an-access-token'],
])('refuses %s', async (_what, claims, problem) =>
  expect(verifier().verify(await aToken(provider, key, claims))).rejects.toEqual(refused(problem)));

it('allows a clock that is 30 seconds off, and no more', async () => {
  expect(await verifier().verify(await aToken(provider, key, { exp: now() - 20 }))).toHaveProperty('subject');
  await expect(verifier().verify(await aToken(provider, key, { exp: now() - 40 }))).rejects.toEqual(refused('expired'));
});

it('takes other types of token only where the provider does not mark its access tokens', async () => {
  const unmarked = await aToken(provider, key, {}, { typ: undefined });
  expect(await verifier().verify(unmarked)).toHaveProperty('subject');
  await expect(verifier({}, { marksAccessTokens: true }).verify(unmarked)).rejects.toEqual(refused('not-an-access-token'));
  await expect(verifier({}, { marksAccessTokens: true }).verify(await aToken(provider, key, {}, { typ: 'JWT' }))).rejects.toEqual(refused('not-an-access-token'));
  await expect(verifier().verify(await aToken(provider, key, {}, { typ: 'logout+jwt' }))).rejects.toEqual(refused('not-an-access-token'));
});

it('refuses a token that nobody signed', async () => {
  const unsigned = new UnsecuredJWT({ sub: 'amara' }).setIssuer(provider.issuer).setAudience('api').setIssuedAt().setExpirationTime('5m').encode();
  await expect(verifier().verify(unsigned)).rejects.toEqual(refused('algorithm'));
});

it('refuses a token signed with the public key as if it were a secret', async () => {
  const secret = new TextEncoder().encode(JSON.stringify(key.publicJwk));
  const token = await new SignJWT({ iss: provider.issuer, aud: 'api', sub: 'amara' }).setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .setIssuedAt().setExpirationTime('5m').sign(secret);
  await expect(verifier().verify(token)).rejects.toEqual(refused('algorithm'));
});

it('refuses an algorithm that this issuer does not use', async () =>
  expect(verifier({}, { algorithms: ['EdDSA'] }).verify(await aToken(provider, key))).rejects.toEqual(refused('algorithm')));

it('refuses a token that was changed', async () => {
  const [header, , signature] = (await aToken(provider, key)).split('.');
  const payload = Buffer.from(JSON.stringify({ iss: provider.issuer, aud: 'api', sub: 'mallory', iat: now(), exp: now() + 60 })).toString('base64url');
  await expect(verifier().verify(`${header}.${payload}.${signature}`)).rejects.toEqual(refused('signature'));
});

it.each(['', 'x', 'a.b.c', '..', 'e30.e30.', 'a'.repeat(20_000), 'eyJhbGciOiJFUzI1NiJ9.W10.x'])('refuses what is no token: %.20s', async (text) =>
  expect(verifier().verify(text)).rejects.toEqual(expect.objectContaining({ name: 'Unauthenticated' })));

it('looks at no key that the token brings or points to', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const own = { alg: 'ES256', kid: 'k1', privateKey, publicJwk: {} };
  const elsewhere = await aProvider({ ...own, publicJwk: { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' } });
  try {
    for (const header of [{ jwk: await exportJWK(publicKey) }, { jku: elsewhere.jwksUri }, { x5u: elsewhere.jwksUri }, { jwk: await exportJWK(publicKey), kid: 'k9' }]) {
      await expect(verifier().verify(await aToken(provider, own, {}, header))).rejects.toEqual(expect.objectContaining({ name: 'Unauthenticated' }));
    }
    expect(elsewhere.asked.keys).toBe(0);
  } finally {
    await elsewhere.close();
  }
});

it('keeps issuers apart: a good token of one does not pass as the other', async () => {
  const otherKey = await aKey('k1');
  const other = await aProvider(otherKey);
  try {
    const both = new TokenVerifier([{ issuer: provider.issuer, audience: 'api', jwksUri: provider.jwksUri }, { issuer: other.issuer, audience: 'api', jwksUri: other.jwksUri }]);
    await expect(both.verify(await aToken(provider, otherKey))).rejects.toEqual(refused('signature'));
    expect(await both.verify(await aToken(other, otherKey))).toHaveProperty('issuer', other.issuer);
  } finally {
    await other.close();
  }
});

it('accepts a new key after one more fetch', async () => {
  const subject = verifier({ cooldown: 0 });
  await subject.verify(await aToken(provider, key));
  const next = await aKey('k2');
  provider.publish(key, next);
  expect(await subject.verify(await aToken(provider, next))).toHaveProperty('subject', 'amara');
  expect(provider.asked.keys).toBe(2);
});

it('fetches at most once per cooldown however many unknown keys are named', async () => {
  const subject = verifier({ cooldown: 400 });
  await subject.verify(await aToken(provider, key));
  const stranger = await aKey('stranger');
  const storm = async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, (_, index) => aToken(provider, { ...stranger, kid: `stranger-${index}` })));
    const answers = await Promise.allSettled(tokens.map((token) => subject.verify(token)));
    for (const answer of answers) expect(answer).toEqual({ status: 'rejected', reason: refused('unknown-key') });
  };
  await storm();
  expect(provider.asked.keys).toBe(1);
  await sleep(450);
  await storm();
  await storm();
  expect(provider.asked.keys).toBe(2);
});

it('serves from known keys while the provider is down, then says that it cannot tell; and recovers by itself', async () => {
  const subject = verifier({ maxAge: 300, retryAfter: 50 });
  const token = await aToken(provider, key);
  await subject.verify(token);
  provider.behave('down');
  expect(await subject.verify(token)).toHaveProperty('subject', 'amara');
  await sleep(350);
  await expect(subject.verify(token)).rejects.toEqual(unavailable);
  provider.behave('well');
  await sleep(60);
  expect(await subject.verify(token)).toHaveProperty('subject', 'amara');
});

it('refuses a withdrawn key once the known ones have aged', async () => {
  const subject = verifier({ maxAge: 200 });
  const token = await aToken(provider, key);
  await subject.verify(token);
  provider.publish(await aKey('k2'));
  expect(await subject.verify(token)).toHaveProperty('subject');
  await sleep(250);
  await expect(subject.verify(token)).rejects.toEqual(refused('unknown-key'));
});

it.each(['down', 'error', 'nonsense', 'silent', 'redirect'] as const)('cannot tell when the provider is %s, and does not press it', async (how) => {
  provider.behave(how);
  const subject = verifier({ timeout: 200 });
  const token = await aToken(provider, key);
  const answers = await Promise.allSettled([...Array.from({ length: 20 }, () => subject.verify(token))]);
  for (const answer of answers) expect(answer).toEqual({ status: 'rejected', reason: unavailable });
  if (how !== 'nonsense') await expect(subject.verify(token)).rejects.toEqual(unavailable);
  expect(provider.asked.keys).toBe(1);
});

describe('an issuer that is known by its address alone', () => {
  const discovered = (times: Partial<KeyTimes> = {}) => new TokenVerifier([{ issuer: provider.issuer, audience: 'api' }], { ...keyTimes, ...times });

  it('is asked once where its keys are', async () => {
    const subject = discovered();
    const token = await aToken(provider, key);
    await Promise.all([subject.verify(token), subject.verify(token), subject.verify(token)]);
    expect(provider.asked).toEqual({ discovery: 1, keys: 1 });
  });

  it.each(['down', 'error', 'nonsense', 'silent', 'redirect', 'as another issuer'] as const)('is out of reach when it is %s', async (how) => {
    provider.behave(how);
    const subject = discovered({ timeout: 200 });
    await expect(subject.verify(await aToken(provider, key))).rejects.toEqual(unavailable);
    expect(provider.asked.keys).toBe(0);
  });
});
