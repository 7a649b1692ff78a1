import { hkdfSync } from 'node:crypto';
import type { TenantId } from '@vouchsafe/event-schema';
import { Webhook } from 'standardwebhooks';

const BYTES = 32;

/** The secret of an endpoint, of the form `whsec_…`. It is stored nowhere: it follows, by HKDF (RFC 5869), from the installation's secret and from which
 * endpoint and generation it is for. Whoever reads the log, or a table, learns none.
 * @see Standard Webhooks 1.0.0, "Signature scheme" */
export const endpointSecret = (installationSecret: string, tenant: TenantId, endpointId: string, generation: number): string =>
  `whsec_${Buffer.from(hkdfSync('sha256', installationSecret, '', JSON.stringify(['webhook endpoint', tenant, endpointId, generation]), BYTES)).toString('base64')}`;

/** The headers of one attempt. Each secret signs, so that a receiver may change over in its own time. */
export const signedHeaders = (id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
});
