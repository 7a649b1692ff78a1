import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** A provider of our own making, to be kind and unkind with: it publishes keys over HTTP and counts who asks. */
export interface TestProvider {
  readonly issuer: string;
  readonly jwksUri: string;
  /** Answers to key requests and discovery requests so far. */
  readonly asked: { keys: number; discovery: number };
  /** Keys as they are published from now on. */
  publish(...keys: readonly SigningKey[]): void;
  /** What it answers from now on; `down` closes the connection without a word. */
  behave(how: 'well' | 'down' | 'error' | 'nonsense' | 'silent' | 'redirect' | 'as another issuer'): void;
  close(): Promise<void>;
}

export interface SigningKey { readonly alg: string; readonly kid: string; readonly privateKey: CryptoKey; readonly publicJwk: JWK }

export const aKey = async (kid: string, alg = 'ES256'): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
};

export const aProvider = async (...keys: readonly SigningKey[]): Promise<TestProvider> => {
  let published = keys;
  let how: Parameters<TestProvider['behave']>[0] = 'well';
  const asked = { keys: 0, discovery: 0 };
  const server: Server = createServer((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    asked[isDiscovery ? 'discovery' : 'keys'] += 1;
    const json = (body: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (how) {
      case 'down': return void request.socket.destroy();
      case 'error': return void response.writeHead(500).end();
      case 'nonsense': return void response.writeHead(200).end('<html>');
      case 'silent': return;
      case 'redirect': return void response.writeHead(302, { location: `${issuer}/elsewhere` }).end();
      case 'well': case 'as another issuer':
        return void json(isDiscovery
          ? { issuer: how === 'well' ? issuer : 'https://another.example', jwks_uri: `${issuer}/keys` }
          : { keys: published.map(({ publicJwk }) => publicJwk) });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer, jwksUri: `${issuer}/keys`, asked,
    publish: (...next) => { published = next; },
    behave: (next) => { how = next; },
    close: () => new Promise((closed) => { server.close(() => closed()); server.closeAllConnections(); }),
  };
};

export const now = (): number => Math.floor(Date.now() / 1000);

/** A good access token of that provider, changed by what is given: a claim or header that is undefined is left out. */
export const aToken = (
  { issuer }: { issuer: string }, key: SigningKey, claims: Record<string, unknown> = {}, header: Record<string, unknown> = {},
): Promise<string> => {
  const payload = { iss: issuer, aud: 'api', sub: 'amara', iat: now(), exp: now() + 600, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(payload)) as Record<string, unknown>)
    .setProtectedHeader(JSON.parse(JSON.stringify({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header })) as { alg: string }).sign(key.privateKey);
};
