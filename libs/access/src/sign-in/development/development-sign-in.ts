import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import type { JWK } from 'jose';
import { UnusableSetting, type RegisteredIssuer, type SignInEnvironment } from '../registered-issuer.js';
import type { DevelopmentPersons } from './development-persons.js';
import { developmentTokenPath } from './development-token.js';
import { developmentAudience, developmentProvider, type DevelopmentProvider } from './provider.js';
import { signInKeysOf } from './sign-in-keys.js';
import { errorPage, pagePolicy, signInPage } from './sign-in-page.js';

export interface DevelopmentSignInOptions {
  /** Where the public port answers, for example `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** The folder in which everything is kept: the keys too. */
  readonly home: string;
  readonly persons: DevelopmentPersons;
  readonly environment: SignInEnvironment;
}

export interface DevelopmentSignIn {
  /** To be mounted at the root of the public port, before any body parser. */
  readonly router: Router;
  readonly issuer: string;
  /** For the TokenVerifier. Its keys are at hand, so nothing is fetched. */
  readonly registered: RegisteredIssuer;
  /** GET: `[{ email, name, organization: { handle, name }, roles }]`. */
  readonly personsPath: string;
  /** POST `{ email }` as JSON: `{ token, expiresAt }`, or 404 for an address that nobody has. */
  readonly tokenPath: string;
}

const BASE = '/oidc';
const personsPath = `${BASE}/development/persons`;

/** The sign-in of a checkout: a real OpenID provider under `/oidc` that asks only who one wants to be. It answers this machine alone.
 * @throws UnusableSetting with `NODE_ENV=production`, beside a real provider, for an origin beyond this machine, or for broken keys */
export const developmentSignIn = async ({ origin, home, persons, environment }: DevelopmentSignInOptions): Promise<DevelopmentSignIn> => {
  if (environment.NODE_ENV === 'production') throw new UnusableSetting('NODE_ENV is "production": the development sign-in is refused there; set OIDC_ISSUER and OIDC_AUDIENCE.');
  if (environment.OIDC_ISSUER) throw new UnusableSetting(`OIDC_ISSUER is "${environment.OIDC_ISSUER}": the development sign-in is refused beside a real provider.`);
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== 'http:' || !isLoopbackName(hostname)) throw new UnusableSetting(`The development sign-in answers on 127.0.0.1 only, not on ${origin}.`);

  const issuer = `${new URL(origin).origin}${BASE}`;
  const keys = await signInKeysOf(home);
  const callbacks = ['127.0.0.1', 'localhost'].map((name) => `http://${name}${port ? `:${port}` : ''}/graphql/callback`);
  const signIn = await developmentProvider(issuer, keys, persons, callbacks);
  return {
    router: routes(signIn, persons),
    issuer,
    registered: { issuer, audience: developmentAudience, algorithms: ['ES256'], marksAccessTokens: true, jwks: { keys: keys.jwks.keys.map(publicHalf) } },
    personsPath,
    tokenPath: developmentTokenPath,
  };
};

const routes = ({ provider, recognise, issue }: DevelopmentProvider, persons: DevelopmentPersons): Router => {
  const router = express.Router();
  router.use(BASE, thisMachineOnly);
  router.get(personsPath, async (_, response) => { response.set('cache-control', 'no-store').json(await persons.list()); });
  // JSON only: a page of another origin cannot send that without asking, and is not answered when it asks.
  router.post(developmentTokenPath, jsonOnly, express.json({ limit: '10kb' }), async (request, response) => {
    const subject = await recognise(emailIn(request));
    response.set('cache-control', 'no-store');
    if (subject) response.json(await issue(subject));
    else response.status(404).json({ message: 'Nobody here has this work e-mail address.' });
  });

  router.use(`${BASE}/interaction`, (_, response, next) => { response.set({ 'cache-control': 'no-store', 'content-security-policy': pagePolicy, 'referrer-policy': 'no-referrer' }); next(); });
  router.get(`${BASE}/interaction/:uid`, async (request, response) => {
    await provider.interactionDetails(request, response);
    response.send(signInPage(await persons.list()));
  });
  router.post(`${BASE}/interaction/:uid`, express.urlencoded({ extended: false, limit: '10kb' }), async (request, response) => {
    await provider.interactionDetails(request, response);
    const accountId = await recognise(emailIn(request));
    if (accountId) await provider.interactionFinished(request, response, { login: { accountId } });
    else response.status(404).send(signInPage(await persons.list(), 'Nobody here has this work e-mail address.'));
  });
  router.use(`${BASE}/interaction`, (error: Error, _request: Request, response: Response, next: NextFunction) => {
    if (error.name !== 'SessionNotFound') return next(error);
    response.status(400).send(errorPage('This sign-in has ended, or was begun in another browser.'));
  });
  router.use(BASE, provider.callback() as unknown as RequestHandler);
  return router;
};

const emailIn = ({ body }: Request): string => {
  const { email } = (body ?? {}) as { email?: unknown };
  return typeof email === 'string' ? email : '';
};

const isLoopbackName = (name: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(name);
const isLoopbackAddress = (address = ''): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

/** Who is connected, and by what name we were called: a page elsewhere that points its own name at this machine is turned away too. */
const thisMachineOnly: RequestHandler = (request, response, next) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (isLoopbackAddress(request.socket.remoteAddress) && isLoopbackName(host)) next();
  else response.status(403).json({ message: 'The development sign-in answers this machine only.' });
};

const jsonOnly: RequestHandler = (request, response, next) => {
  if (request.is('application/json')) next();
  else response.status(415).json({ message: 'Send JSON, as application/json.' });
};

const publicHalf = ({ d: _secret, ...key }: JWK): JWK => key;
