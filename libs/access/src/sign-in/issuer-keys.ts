import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import { IdentityProviderUnavailable, Unauthenticated } from './refusals.js';
import { isProviderAddress, type RegisteredIssuer } from './registered-issuer.js';

/** All in milliseconds. */
export interface KeyTimes {
  /** How long fetched keys serve; a withdrawn one is refused after that. */
  readonly maxAge: number;
  /** How long we wait before we ask again for a key that was not there. */
  readonly cooldown: number;
  /** How long we wait before we ask again after the provider failed to answer. */
  readonly retryAfter: number;
  /** How long one answer may take. */
  readonly timeout: number;
}
export const keyTimes: KeyTimes = { maxAge: 600_000, cooldown: 30_000, retryAfter: 5_000, timeout: 5_000 };

/** Finds the key of a token among the issuer's published ones. Headers that bring or point to a key (`jwk`, `jku`, `x5u`) are not looked at.
 * @throws Unauthenticated if the issuer has no such key; IdentityProviderUnavailable if it cannot be asked */
export const keysOf = (registered: RegisteredIssuer, times: KeyTimes = keyTimes): JWTVerifyGetKey => {
  const find = registered.jwks ? createLocalJWKSet(registered.jwks) : remoteKeys(registered, times);
  return async (header, token) => {
    try {
      return await find(header, token);
    } catch (cause) {
      const isAboutTheToken = cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys || cause instanceof errors.JOSENotSupported;
      throw isAboutTheToken ? new Unauthenticated('unknown-key', { cause }) : new IdentityProviderUnavailable({ cause });
    }
  };
};

const remoteKeys = (registered: RegisteredIssuer, times: KeyTimes): JWTVerifyGetKey => {
  const fetchOnce = withPause(fetch, times.retryAfter);
  const locate = registered.jwksUri ? () => Promise.resolve(registered.jwksUri!) : discovery(registered.issuer, fetchOnce, times);
  let located: { uri: string; keys: JWTVerifyGetKey } | undefined;
  return async (header, token) => {
    const uri = await locate();
    if (located?.uri !== uri) {
      const options = { timeoutDuration: times.timeout, cooldownDuration: times.cooldown, cacheMaxAge: times.maxAge, [customFetch]: fetchOnce };
      located = { uri, keys: createRemoteJWKSet(new URL(uri), options) };
    }
    return located.keys(header, token);
  };
};

/** After a failure the same failure answers for a while: a provider that is down is not helped by a request per request. */
const withPause = (ask: FetchImplementation, pause: number): FetchImplementation => {
  const failed = new Map<string, { at: number; error: unknown }>();
  return async (url, options) => {
    const last = failed.get(url);
    if (last && Date.now() < last.at + pause) throw last.error;
    try {
      const response = await ask(url, options);
      if (response.status !== 200) throw new Error(`The provider answered ${response.status}.`);
      failed.delete(url);
      return response;
    } catch (error) {
      failed.set(url, { at: Date.now(), error });
      throw error;
    }
  };
};

const KEEP_DISCOVERY = 3_600_000;

/** Asks the provider where its keys are (OpenID Connect Discovery 1.0 §4), and keeps the answer for an hour, or until a newer one comes. */
const discovery = (issuer: string, ask: FetchImplementation, { timeout }: KeyTimes): (() => Promise<string>) => {
  let known: { uri: string; at: number } | undefined;
  let asking: Promise<string> | undefined;
  const discover = async (): Promise<string> => {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await ask(address, { method: 'GET', redirect: 'manual', headers: new Headers({ accept: 'application/json' }), signal: AbortSignal.timeout(timeout) });
    const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (document.issuer !== issuer) throw new Error('The configuration found there is that of another issuer.');
    if (typeof document.jwks_uri !== 'string' || !isProviderAddress(document.jwks_uri)) throw new Error('The configuration names no usable jwks_uri.');
    known = { uri: document.jwks_uri, at: Date.now() };
    return known.uri;
  };
  return async () => {
    if (known && Date.now() < known.at + KEEP_DISCOVERY) return known.uri;
    asking ??= discover().finally(() => { asking = undefined; });
    try {
      return await asking;
    } catch (error) {
      if (known) return known.uri; // the address of the keys outlives an hour without the provider; the keys themselves do not
      throw error;
    }
  };
};
