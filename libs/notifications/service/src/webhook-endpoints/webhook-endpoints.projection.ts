import type { Recorded } from '@vouchsafe/event-schema';
import { webhookEndpointEvents, type WebhookEndpointEvent, type WebhookEventType } from '@vouchsafe/notifications-contracts';
import { foldByKey, projection } from '@vouchsafe/projections';

export interface WebhookEndpointRow { endpointId: string; url: string; eventTypes: WebhookEventType[]; programId: string | null; isEnabled: boolean }

const step = (row: WebhookEndpointRow | undefined, { type, data }: Recorded<WebhookEndpointEvent>): WebhookEndpointRow | undefined => {
  if (type === 'WebhookEndpointRegistered') return { ...data, isEnabled: true };
  switch (type) {
    case 'WebhookEventsChosen': return row && { ...row, eventTypes: data.eventTypes };
    case 'WebhookEndpointDisabled': return row && { ...row, isEnabled: false };
    case 'WebhookEndpointEnabled': return row && { ...row, isEnabled: true };
    case 'WebhookSecretRotated': return row;
  }
};

export const webhookEndpointList = projection({
  name: 'webhook-endpoints', version: 1, sql: new URL('./webhook-endpoints.sql', import.meta.url), tables: ['webhook_endpoint'], reads: webhookEndpointEvents,
  ...foldByKey('webhook_endpoint', ({ data }: WebhookEndpointEvent) => data.endpointId, step),
});
