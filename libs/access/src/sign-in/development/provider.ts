import { createHash } from 'node:crypto';
import type { Context, Provider } from 'oidc-provider';
import type { DevelopmentPersons } from './development-persons.js';
import { errorPage } from './sign-in-page.js';
import type { SignInKeys } from './sign-in-keys.js';
import { sessionStore } from './session-store.js';

/** The claim `aud` of every token of the development sign-in. */
export const developmentAudience = 'api';
const API = 'urn:vouchsafe:api';
/** Whoever switches persons without a browser's redirect: GraphiQL's bar and the command line. */
const SWITCHER = 'person-switcher';
const TOKEN_SECONDS = 600;
const SESSION_SECONDS = 14 * 24 * 3_600;

const resourceServer = { scope: '', audience: developmentAudience, accessTokenTTL: TOKEN_SECONDS, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } };

/** A stable name for a person that is not their address: subjects may come to stand in logs. */
export const subjectOf = (email: string): string => createHash('sha256').update(`vouchsafe development ${email.toLowerCase()}`).digest('base64url').slice(0, 22);

export interface DevelopmentProvider {
  readonly provider: Provider;
  /** Makes the person known to the provider, and returns the subject of their tokens; undefined for an unknown address. */
  recognise(email: string): Promise<string | undefined>;
  /** A signed access token for a recognised person. */
  issue(subject: string): Promise<{ token: string; expiresAt: string }>;
}

/** A real OpenID provider, `oidc-provider`, set up to ask nothing but who one wants to be.
 * @param redirectUris where browsers may be sent with a code */
export const developmentProvider = async (
  issuer: string, keys: SignInKeys, persons: DevelopmentPersons, redirectUris: readonly string[],
): Promise<DevelopmentProvider> => {
  const { Provider, errors } = await withoutRuntimeNotice(() => import('oidc-provider'));
  // Subjects say nothing; whose they are is known from the sign-in on, in this process.
  const emails = new Map<string, string>();
  const claimsOf = (subject: string) => ({ email: emails.get(subject), email_verified: true });
  const { port } = new URL(issuer); // cookies know no ports, and two homes may run side by side

  const provider = new Provider(issuer, {
    adapter: sessionStore(),
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookies,
      names: { session: `vouchsafe_${port}_session`, interaction: `vouchsafe_${port}_interaction`, resume: `vouchsafe_${port}_resume` },
    },
    clients: [
      client('graphiql', { grant_types: ['authorization_code'], response_types: ['code'], redirect_uris: redirectUris }),
      client(SWITCHER, { grant_types: [], response_types: [], redirect_uris: [] }),
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: (_: Context, resource: string) => {
          if (resource !== API) throw new errors.InvalidTarget();
          return resourceServer;
        },
      },
    },
    pkce: { required: () => true },
    ttl: { AccessToken: TOKEN_SECONDS, AuthorizationCode: 60, IdToken: TOKEN_SECONDS, Interaction: 3_600, Session: SESSION_SECONDS, Grant: SESSION_SECONDS },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    findAccount: (_: Context, subject: string) => (emails.has(subject) ? { accountId: subject, claims: () => ({ sub: subject, ...claimsOf(subject) }) } : undefined),
    extraTokenClaims: (_: Context, { accountId }: { accountId: string }) => claimsOf(accountId),
    // Nobody is asked to consent to their own development installation.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid email');
      grant.addResourceScope(API, '');
      await grant.save();
      return grant;
    },
    renderError: (ctx: { type: string; body: string }, { error, error_description }: { error: string; error_description?: string }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error_description ?? error);
    },
  });

  return {
    provider,
    recognise: async (email) => {
      const person = await persons.find(email.trim().toLowerCase());
      if (!person) return undefined;
      const subject = subjectOf(person.email);
      emails.set(subject, person.email.toLowerCase());
      return subject;
    },
    issue: async (subject) => {
      const token = new provider.AccessToken({ client: (await provider.Client.find(SWITCHER))!, accountId: subject, gty: 'development' });
      token.resourceServer = new provider.ResourceServer(API, resourceServer);
      token.extra = claimsOf(subject);
      return { token: await token.save(), expiresAt: new Date(Date.now() + TOKEN_SECONDS * 1000).toISOString() };
    },
  };
};

const client = (client_id: string, more: object) =>
  ({ client_id, application_type: 'web', token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256', ...more });

/** The package warns on Node 20, where it works; everything else that is said meanwhile comes through. */
const withoutRuntimeNotice = async <Module>(load: () => Promise<Module>): Promise<Module> => {
  const { warn } = console;
  const quieter = (...said: unknown[]) => { if (!String(said[0]).includes('Unsupported runtime')) warn(...said); };
  Object.assign(console, { warn: quieter });
  try {
    return await load();
  } finally {
    Object.assign(console, { warn });
  }
};
