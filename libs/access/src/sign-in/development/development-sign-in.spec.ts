import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { TokenVerifier } from '../token-verifier.js';
import { DevelopmentPersons, type DevelopmentPerson } from './development-persons.js';
import { developmentSignIn, type DevelopmentSignIn } from './development-sign-in.js';
import { developmentToken } from './development-token.js';

const AMARA: DevelopmentPerson = { email: 'Amara@acme.example', name: 'Amara <Okafor>', organization: { handle: 'acme', name: 'Acme' }, roles: ['SPONSOR', 'EXECUTIVE'] };
const BRUNO: DevelopmentPerson = { email: 'bruno@globex.example', name: 'Bruno Reis', organization: { handle: 'globex', name: 'Globex & Sons' }, roles: ['PROTEGE'] };

class TwoPersons extends DevelopmentPersons {
  override async list(): Promise<DevelopmentPerson[]> { return [AMARA, BRUNO]; }
}

let home: string;
let server: Server;
let origin: string;
let signIn: DevelopmentSignIn;

/** The development sign-in on a port of its own; a second call is a restart in the same home, on the same port. */
const start = async (port = 0): Promise<void> => {
  const app = express();
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  signIn = await developmentSignIn({ origin, home, persons: new TwoPersons(), environment: {} });
  app.use(signIn.router);
};
const stop = () => new Promise<void>((closed) => { server.close(() => closed()); server.closeAllConnections(); });

beforeEach(async () => { home = await mkdtemp(join(tmpdir(), 'vouchsafe-sign-in-')); await start(); });
afterEach(async () => { await stop(); await rm(home, { recursive: true }); });

/** A browser, as far as this needs one: it keeps cookies and stops at redirects. */
const aBrowser = () => {
  const jar = new Map<string, string>();
  return async (address: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, origin), { redirect: 'manual', ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) jar.set(name, value); else jar.delete(name);
    }
    return response;
  };
};
type Browser = ReturnType<typeof aBrowser>;

const verifierOf = 'a-verifier-of-at-least-43-characters-for-the-sake-of-it';
const authorization = (more: Record<string, string> = {}) => `/oidc/auth?${new URLSearchParams({
  client_id: 'graphiql', response_type: 'code', scope: 'openid email', redirect_uri: `${origin}/graphql/callback`, state: 's',
  code_challenge: createHash('sha256').update(verifierOf).digest('base64url'), code_challenge_method: 'S256', ...more,
})}`;
const asForm = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });
const locationOf = (response: Response): URL => new URL(response.headers.get('location')!, origin);

const codeFor = async (browser: Browser, email: string): Promise<string> => {
  const page = locationOf(await browser(authorization()));
  const clicked = await browser(page.pathname, asForm({ email }));
  const back = locationOf(await browser(locationOf(clicked).href));
  expect(back.pathname).toBe('/graphql/callback');
  expect(back.searchParams.get('state')).toBe('s');
  return back.searchParams.get('code')!;
};
const redeem = (code: string, code_verifier = verifierOf) =>
  fetch(`${origin}/oidc/token`, asForm({ grant_type: 'authorization_code', client_id: 'graphiql', redirect_uri: `${origin}/graphql/callback`, code, code_verifier }));
const verifier = () => new TokenVerifier([signIn.registered]);

it('signs in with code and PKCE to a token that verifies', async () => {
  const { access_token, id_token } = (await (await redeem(await codeFor(aBrowser(), 'Amara@acme.example'))).json()) as { access_token: string; id_token: string };
  const verified = await verifier().verify(access_token);
  expect(verified).toMatchObject({ issuer: `${origin}/oidc`, email: 'amara@acme.example' });
  expect(verified.expiresAt - Date.now() / 1000).toBeLessThanOrEqual(600);
  expect(decodeProtectedHeader(access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  expect(decodeJwt(access_token).aud).toBe('api');
  await expect(verifier().verify(id_token)).rejects.toMatchObject({ name: 'Unauthenticated' });
});

it('verifies as well by the keys that it publishes', async () => {
  const { token } = await developmentToken(origin, 'bruno@globex.example');
  const { jwks: _atHand, ...byAddressAlone } = signIn.registered;
  expect(await new TokenVerifier([byAddressAlone]).verify(token)).toMatchObject({ email: 'bruno@globex.example' });
  expect(await (await fetch(`${origin}/oidc/jwks`)).text()).not.toContain('"d"');
  expect(JSON.stringify(signIn.registered)).not.toContain('"d"');
});

it('remembers the browser: a second time asks nothing, unless somebody else is wanted', async () => {
  const browser = aBrowser();
  await codeFor(browser, 'bruno@globex.example');
  expect(locationOf(await browser(authorization())).searchParams.get('code')).toBeTruthy();
  expect(locationOf(await browser(authorization({ prompt: 'login' }))).pathname).toMatch(/^\/oidc\/interaction\//);
});

it('takes a code once, and only from whoever asked for it', async () => {
  const code = await codeFor(aBrowser(), 'bruno@globex.example');
  expect((await redeem(code, randomBytes(40).toString('base64url'))).status).toBe(400);
  const another = await codeFor(aBrowser(), 'bruno@globex.example');
  expect((await redeem(another)).status).toBe(200);
  expect((await redeem(another)).status).toBe(400);
});

it.each<[string, Record<string, string>]>([
  ['another address to return to', { redirect_uri: 'https://evil.example/callback' }],
  ['no code challenge', { code_challenge: '', code_challenge_method: '' }],
  ['an unknown client', { client_id: 'mallory' }],
])('starts nothing with %s', async (_what, more) => {
  const response = await aBrowser()(authorization(more));
  expect(response.headers.get('location') ?? '').not.toMatch(/interaction|code=|evil/);
});

it('shows who one may be, under their organizations, with nothing that runs', async () => {
  const browser = aBrowser();
  const { pathname } = locationOf(await browser(authorization()));
  const response = await browser(pathname);
  const html = await response.text();
  expect(html).toContain('<button name="email" value="Amara@acme.example"><strong>Amara &lt;Okafor&gt;</strong><span>sponsor, executive</span></button>');
  expect(html).toContain('Globex &amp; Sons');
  expect(html).not.toMatch(/<script|onclick|http:\/\/|https:\/\//);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('says so on the page when nobody has the address, and goes on from there', async () => {
  const browser = aBrowser();
  const { pathname } = locationOf(await browser(authorization()));
  const refused = await browser(pathname, asForm({ email: 'nobody@acme.example' }));
  expect(refused.status).toBe(404);
  expect(await refused.text()).toContain('role="alert">Nobody here has this work e-mail address.');
  expect((await browser(pathname, asForm({ email: ' BRUNO@globex.example ' }))).status).toBe(303);
});

it('ends an interaction that was begun in another browser', async () => {
  const { pathname } = locationOf(await aBrowser()(authorization()));
  const response = await aBrowser()(pathname, asForm({ email: 'bruno@globex.example' }));
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('begun in another browser');
});

it('lists persons and switches to one without a redirect', async () => {
  expect(await (await fetch(`${origin}${signIn.personsPath}`)).json()).toEqual([AMARA, BRUNO]);
  const { token, expiresAt } = await developmentToken(origin, 'amara@acme.example');
  expect(await verifier().verify(token)).toMatchObject({ email: 'amara@acme.example' });
  expect(Date.parse(expiresAt) / 1000).toBeCloseTo(decodeJwt(token).exp!, -1);
  await expect(developmentToken(origin, 'nobody@acme.example')).rejects.toThrow('Nobody here has this work e-mail address.');
});

it('gives no token to a form of another page, and its answers to no other origin', async () => {
  const form = await fetch(`${origin}${signIn.tokenPath}`, asForm({ email: 'bruno@globex.example' }));
  expect(form.status).toBe(415);
  const preflight = await fetch(`${origin}${signIn.tokenPath}`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
});

it.each(['/oidc/jwks', '/oidc/auth', '/oidc/development/persons'])('answers %s to no name but its own', async (path) => {
  const status = await new Promise((answered, failed) => {
    httpRequest(new URL(path, origin), { headers: { host: 'rebound.example:4000' } }, (response) => { response.resume(); answered(response.statusCode); }).on('error', failed).end();
  });
  expect(status).toBe(403);
});

it('keeps its keys over a restart, for the owner alone, so that tokens stay good', async () => {
  const { token } = await developmentToken(origin, 'bruno@globex.example');
  const file = join(home, 'development-sign-in.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const { port } = new URL(origin);
  await stop();
  await start(Number(port));
  expect(await verifier().verify(token)).toMatchObject({ email: 'bruno@globex.example' });
});

it('makes one set of keys when several start at once in a new home', async () => {
  const options = { origin, home: join(home, 'new'), persons: new TwoPersons(), environment: {} };
  const started = await Promise.all(Array.from({ length: 12 }, () => developmentSignIn(options)));
  expect(new Set(started.map(({ registered }) => JSON.stringify(registered))).size).toBe(1);
});

it('stops at a broken file of keys with a sentence that helps', async () => {
  const file = join(home, 'development-sign-in.json');
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
  await expect(developmentSignIn({ origin, home, persons: new TwoPersons(), environment: {} })).rejects.toThrow(`${file} does not hold the keys`);
});

it.each([
  [{ NODE_ENV: 'production' }, 'http://127.0.0.1:4000', 'NODE_ENV is "production"'],
  [{ OIDC_ISSUER: 'https://login.example.org' }, 'http://127.0.0.1:4000', 'refused beside a real provider'],
  [{}, 'http://0.0.0.0:4000', 'answers on 127.0.0.1 only'],
  [{}, 'https://vouchsafe.example', 'answers on 127.0.0.1 only'],
])('refuses to start with %j at %s', async (environment, elsewhere, sentence) =>
  expect(developmentSignIn({ origin: elsewhere, home, persons: new TwoPersons(), environment })).rejects.toThrow(sentence));
