import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { keysOf, keyTimes, type KeyTimes } from './issuer-keys.js';
import { IdentityProviderUnavailable, Unauthenticated } from './refusals.js';
import { acceptedAlgorithms, type RegisteredIssuer } from './registered-issuer.js';

/** Who a verified token speaks for. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** In lower case, and only where the issuer vouches for it (`email_verified`): anybody can type an address into a profile. */
  readonly email?: string;
}

export interface VerifiedToken extends Identity {
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

const CLOCK_TOLERANCE_SECONDS = 30;
const MAX_AGE_SECONDS = 3_600;
const LONGEST_TOKEN = 16_384;
const typesOfAccessTokens = new Set(['at+jwt', 'application/at+jwt', 'jwt']);

/** Checks access tokens against the registered issuers, each with its own keys, audience and algorithms. */
export class TokenVerifier {
  private readonly issuers: ReadonlyMap<string, RegisteredIssuer & { keys: JWTVerifyGetKey }>;

  constructor(issuers: readonly RegisteredIssuer[], times: KeyTimes = keyTimes) {
    this.issuers = new Map(issuers.map((registered) => [registered.issuer, { ...registered, keys: keysOf(registered, times) }]));
  }

  /** @throws Unauthenticated if the token is not good here; IdentityProviderUnavailable if its keys cannot be had */
  async verify(token: string): Promise<VerifiedToken> {
    // The issuer is read before anything is verified, and does nothing but choose the row that everything is verified against.
    const registered = this.issuers.get(issuerOf(token));
    if (!registered) throw new Unauthenticated('foreign-issuer');
    try {
      const { payload, protectedHeader } = await jwtVerify(token, registered.keys, {
        issuer: registered.issuer,
        audience: registered.audience,
        algorithms: [...(registered.algorithms ?? acceptedAlgorithms)],
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        maxTokenAge: MAX_AGE_SECONDS,
        ...(registered.marksAccessTokens ? { typ: 'at+jwt' } : {}),
      });
      if (!typesOfAccessTokens.has((protectedHeader.typ ?? 'jwt').toLowerCase()) || isIdToken(payload)) throw new Unauthenticated('not-an-access-token');
      return identityIn(payload, registered.issuer);
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

const issuerOf = (token: string): string => {
  if (token.length > LONGEST_TOKEN) throw new Unauthenticated('malformed');
  try {
    return decodeJwt(token).iss ?? '';
  } catch (cause) {
    throw new Unauthenticated('malformed', { cause });
  }
};

/** An ID token is a statement to the client, not a permission. Only some providers mark it in the header; the rest of the marks are
 * claims that OpenID Connect Core 1.0 §2 and §3 define for ID tokens, or that Cognito and Keycloak set in theirs. */
const isIdToken = (payload: JWTPayload): boolean =>
  ['nonce', 'at_hash', 'c_hash', 's_hash'].some((claim) => claim in payload) || payload.token_use === 'id' || payload.typ === 'ID';

const identityIn = ({ sub, iat, exp, email, email_verified }: JWTPayload, issuer: string): VerifiedToken => {
  if (typeof sub !== 'string' || sub === '' || sub.length > 255) throw new Unauthenticated('claim');
  const isVouchedFor = typeof email === 'string' && email_verified === true;
  return { issuer, subject: sub, issuedAt: iat!, expiresAt: exp!, ...(isVouchedFor ? { email: email.trim().toLowerCase() } : {}) };
};

const refusalOf = (cause: unknown): Error => {
  if (cause instanceof Unauthenticated || cause instanceof IdentityProviderUnavailable) return cause;
  if (cause instanceof errors.JWTExpired) return new Unauthenticated('expired', { cause });
  if (cause instanceof errors.JWTClaimValidationFailed) return new Unauthenticated(cause.claim === 'typ' ? 'not-an-access-token' : 'claim', { cause });
  if (cause instanceof errors.JOSEAlgNotAllowed) return new Unauthenticated('algorithm', { cause });
  if (cause instanceof errors.JWSSignatureVerificationFailed) return new Unauthenticated('signature', { cause });
  if (cause instanceof errors.JOSEError || cause instanceof TypeError) return new Unauthenticated('malformed', { cause });
  return cause as Error;
};
