import { createHmac } from 'node:crypto';

/** What stands in the front's look-up table for an e-mail address: whoever reads the table learns no address, and whoever has an
 * address finds its row. Letters' case, their compatibility forms and spaces around make no difference.
 * @param secret of the installation: `Database.installationSecret()`
 * @returns 43 characters of base64url: HMAC-SHA256 (RFC 2104) */
export const blindIndex = (secret: string, email: string): string =>
  createHmac('sha256', secret).update(`e-mail ${email.normalize('NFKC').trim().toLowerCase()}`).digest('base64url');
