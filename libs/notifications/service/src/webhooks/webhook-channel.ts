import { readEvent, type TenantId } from '@vouchsafe/event-schema';
import { decideAndAppend, type Clock, type EventStore } from '@vouchsafe/event-store';
import { fold, streamName } from '@vouchsafe/decider';
import { WEBHOOK, webhookEndpointEvents } from '@vouchsafe/notifications-contracts';
import { disableWebhookEndpoint, webhookEndpoints, type RegisteredEndpoint } from '@vouchsafe/notifications-domain';
import { overDays, type Channel, type Delivered, type Delivery, type RetrySchedule } from '@vouchsafe/reactions';
import { endpointSecret, signedHeaders } from './endpoint-secret.js';
import { postOnce, type Egress } from './post-once.js';
import { bodyOf, webhookMessage } from './webhook-message.js';

export interface WebhookParts {
  readonly log: EventStore;
  readonly clock: Clock;
  readonly installationSecret: string;
  readonly egress: Egress;
  readonly schedule?: RetrySchedule;
}

/** Milliseconds for which the secret before the newest signs too. */
const OVERLAP = 24 * 3_600_000;

type Standing = RegisteredEndpoint & { readonly rotatedAt: string | null };

/** The endpoint as the log has it at this moment: who has just disabled one, or changed its secret, need not wait for a read model. */
const endpointNow = async (log: EventStore, tenant: TenantId, endpointId: string): Promise<Standing | undefined> => {
  const events = (await log.readStream(tenant, streamName(webhookEndpoints, endpointId))).map((stored) => readEvent(webhookEndpointEvents, stored));
  const state = fold(webhookEndpoints, events);
  return state.status === 'none' ? undefined : { ...state, rotatedAt: events.findLast(({ type }) => type === 'WebhookSecretRotated')?.recordedAt ?? null };
};

const secretsOf = ({ installationSecret, clock }: WebhookParts, tenant: TenantId, endpointId: string, { generation, rotatedAt }: Standing): string[] => {
  const isOverlapping = rotatedAt !== null && clock.now().getTime() - Date.parse(rotatedAt) < OVERLAP;
  return (isOverlapping ? [generation, generation - 1] : [generation]).map((each) => endpointSecret(installationSecret, tenant, endpointId, each));
};

const GONE = 410;

const judged = (status: number): Delivered => {
  if (status >= 200 && status < 300) return { outcome: 'done', note: `answered ${status}` };
  const isRedirect = status >= 300 && status < 400;
  return { outcome: 'failed', reason: isRedirect ? `answered ${status}; no redirect is followed` : `answered ${status}`, isFinal: status === GONE };
};

/** The receiver's own words have no place in our records; the kind of the fault has. */
const faultOf = (error: unknown): string => {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AddressNotAllowed') return (error as Error).message;
  return name === 'TimeoutError' || name === 'AbortError' ? 'no answer in time' : `not reached (${code ?? name ?? 'unknown'})`;
};

/** Tells other systems, by Standard Webhooks 1.0.0. Every endpoint is a lane of its own: one that hangs delays nobody else's messages. */
export const webhookChannel = (parts: WebhookParts): Channel => ({
  name: WEBHOOK, width: 1, schedule: parts.schedule ?? overDays,
  deliver: async ({ tenant, id, position, payload, signal }: Delivery): Promise<Delivered> => {
    const message = webhookMessage.parse(payload);
    const { endpointId } = message;
    const endpoint = await endpointNow(parts.log, tenant, endpointId);
    if (endpoint?.status !== 'enabled') return { outcome: 'failed', reason: 'the endpoint is disabled', isFinal: true };
    const body = bodyOf(tenant, position, message);
    const headers = { 'content-type': 'application/json', 'user-agent': 'Vouchsafe-Webhooks/1', ...signedHeaders(id, parts.clock.now(), body, secretsOf(parts, tenant, endpointId, endpoint)) };
    const delivered = await postOnce(parts.egress, endpoint.url, headers, body, signal).then(judged, (error: unknown): Delivered => ({ outcome: 'failed', reason: faultOf(error) }));
    if (delivered.outcome === 'failed' && delivered.isFinal) await disable(parts, tenant, endpointId, id);
    return delivered;
  },
});

/** 410: the receiver asks never to be called again. */
const disable = async ({ log, clock }: WebhookParts, tenant: TenantId, endpointId: string, id: string): Promise<void> => {
  const about = { requestKey: `gone:${id}`, request: { endpointId }, actor: 'system:webhooks' as const, occurredOn: clock.utcToday(), correlation: id };
  await decideAndAppend(log, tenant, webhookEndpoints, endpointId, about, (state) => disableWebhookEndpoint({ endpointId, why: 'GONE' }, state));
};
