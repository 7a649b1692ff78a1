import { configuredIssuer } from './registered-issuer.js';

const OIDC_ISSUER = 'https://login.example.org/realm';

it('signs in with the configured provider', () =>
  expect(configuredIssuer({ OIDC_ISSUER, OIDC_AUDIENCE: 'api', NODE_ENV: 'production' })).toEqual({ issuer: OIDC_ISSUER, audience: 'api' }));

it('signs in for development where nothing is configured', () => expect(configuredIssuer({ OIDC_ISSUER: '' })).toBe('development'));

it.each([
  [{ NODE_ENV: 'production' }, 'OIDC_ISSUER is empty'],
  [{ OIDC_AUDIENCE: 'api' }, 'OIDC_AUDIENCE is "api" and OIDC_ISSUER is empty'],
  [{ OIDC_ISSUER }, 'OIDC_AUDIENCE is empty'],
  [{ OIDC_ISSUER: 'login.example.org', OIDC_AUDIENCE: 'api' }, 'OIDC_ISSUER is "login.example.org"'],
  [{ OIDC_ISSUER: 'http://login.example.org', OIDC_AUDIENCE: 'api' }, 'it must be an https address'],
  [{ OIDC_ISSUER: `${OIDC_ISSUER}?x=1`, OIDC_AUDIENCE: 'api' }, 'without query or fragment'],
])('stops the start for %j', (environment, sentence) => expect(() => configuredIssuer(environment)).toThrow(sentence));
