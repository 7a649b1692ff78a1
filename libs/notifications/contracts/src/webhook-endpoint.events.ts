import { entityId, eventCatalogue, eventType, type EventOf } from '@vouchsafe/event-schema';
import { z } from 'zod';
import { webhookEventType } from './webhook-event-type.js';

const endpoint = z.object({ endpointId: entityId });
/** In the order of the list, each once. */
const eventTypes = z.array(webhookEventType).min(1).max(webhookEventType.options.length);

/** The address stands in the log; the secret never does: it follows from the endpoint's id and `generation`, and from what only the installation knows. */
export const WebhookEndpointRegistered = eventType('WebhookEndpointRegistered', {
  version: 1,
  schema: endpoint.extend({
    url: z.string().min(1).max(500),
    eventTypes,
    /** The programme that it is told of; null for what concerns the whole organization. */
    programId: entityId.nullable(),
  }),
});
export const WebhookEventsChosen = eventType('WebhookEventsChosen', { version: 1, schema: endpoint.extend({ eventTypes }) });

/** From here on the secret of this generation signs; for a day that of the one before signs as well. */
export const WebhookSecretRotated = eventType('WebhookSecretRotated', { version: 1, schema: endpoint.extend({ generation: z.number().int().min(2) }) });

/** `GONE`: the receiver answered 410. Nothing is sent until it is enabled again. */
export const WebhookEndpointDisabled = eventType('WebhookEndpointDisabled', { version: 1, schema: endpoint.extend({ why: z.enum(['ASKED_FOR', 'GONE']) }) });
export const WebhookEndpointEnabled = eventType('WebhookEndpointEnabled', { version: 1, schema: endpoint });

/** Stream `webhook-endpoint-<id>`. */
export const webhookEndpointEvents = eventCatalogue(WebhookEndpointRegistered, WebhookEventsChosen, WebhookSecretRotated, WebhookEndpointDisabled, WebhookEndpointEnabled);
export type WebhookEndpointEvent = EventOf<typeof webhookEndpointEvents>;
