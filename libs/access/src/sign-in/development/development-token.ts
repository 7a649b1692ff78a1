/** Where a development installation hands out tokens. */
export const developmentTokenPath = '/oidc/development/token';

/** The installation does not sign this person in: the sentence is its own. */
export class DevelopmentTokenRefused extends Error {
  override readonly name = 'DevelopmentTokenRefused';
}

/** Signs in to a development installation without a browser, as the command line does.
 * @param url the installation's address, for example `http://127.0.0.1:4000`
 * @returns a signed access token, and when it ends (RFC 3339)
 * @throws DevelopmentTokenRefused if it knows nobody of that address or has no development sign-in; TypeError if it cannot be reached */
export const developmentToken = async (url: string, email: string): Promise<{ token: string; expiresAt: string }> => {
  const response = await fetch(new URL(developmentTokenPath, url), {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email }), signal: AbortSignal.timeout(10_000),
  });
  const body = (await response.json().catch(() => ({}))) as { token?: string; expiresAt?: string; message?: string };
  if (response.ok && body.token && body.expiresAt) return { token: body.token, expiresAt: body.expiresAt };
  throw new DevelopmentTokenRefused(body.message ?? 'This installation has no development sign-in: sign in with its provider and set VOUCHSAFE_TOKEN.');
};
