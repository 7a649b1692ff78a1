import type { JSONWebKeySet } from 'jose';

export const acceptedAlgorithms = ['EdDSA', 'ES256', 'PS256', 'RS256'] as const;
export type AcceptedAlgorithm = (typeof acceptedAlgorithms)[number];

/** A provider whose tokens count here. Whatever a token says of itself only chooses among these. */
export interface RegisteredIssuer {
  /** Exactly as in the token's `iss`. */
  readonly issuer: string;
  /** Who the token must be meant for: us. */
  readonly audience: string;
  /** All of the accepted ones unless said otherwise. */
  readonly algorithms?: readonly AcceptedAlgorithm[];
  /** True where this provider marks its access tokens as RFC 9068 says, `typ: at+jwt`: then nothing else passes. */
  readonly marksAccessTokens?: boolean;
  /** Where its public keys are. Neither: asked of the provider under `/.well-known/openid-configuration`. */
  readonly jwksUri?: string;
  /** Its public keys themselves, where they are at hand. */
  readonly jwks?: JSONWebKeySet;
}

/** A variable that stops the start: one sentence with its name, its value and what is allowed. */
export class UnusableSetting extends Error {
  override readonly name = 'UnusableSetting';
}

export interface SignInEnvironment {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_AUDIENCE?: string | undefined;
  readonly NODE_ENV?: string | undefined;
}

/** Whether people sign in with a real provider, or by the development sign-in.
 * @throws UnusableSetting for half a configuration, an address that is none, or no provider in production */
export const configuredIssuer = ({ OIDC_ISSUER, OIDC_AUDIENCE, NODE_ENV }: SignInEnvironment): RegisteredIssuer | 'development' => {
  if (!OIDC_ISSUER && OIDC_AUDIENCE) throw new UnusableSetting(`OIDC_AUDIENCE is "${OIDC_AUDIENCE}" and OIDC_ISSUER is empty: set both, or neither for the development sign-in.`);
  if (!OIDC_ISSUER) {
    if (NODE_ENV !== 'production') return 'development';
    throw new UnusableSetting('OIDC_ISSUER is empty: with NODE_ENV=production it must be the https address of an OpenID provider, as the development sign-in is refused there.');
  }
  if (!OIDC_AUDIENCE) throw new UnusableSetting(`OIDC_AUDIENCE is empty and OIDC_ISSUER is "${OIDC_ISSUER}": set it to the audience that the provider puts into access tokens for this installation.`);
  if (!isProviderAddress(OIDC_ISSUER)) throw new UnusableSetting(`OIDC_ISSUER is "${OIDC_ISSUER}": it must be an https address without query or fragment (http on this machine only).`);
  return { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE };
};

/** Whether keys and configuration may be fetched from there: over TLS, or without leaving the machine. */
export const isProviderAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && !search && !hash && !username;
};
