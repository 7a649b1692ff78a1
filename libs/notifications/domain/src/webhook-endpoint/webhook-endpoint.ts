import { stream } from '@vouchsafe/decider';
import { webhookEndpointEvents, type WebhookEndpointEvent, type WebhookEventType } from '@vouchsafe/notifications-contracts';

export interface RegisteredEndpoint {
  readonly status: 'enabled' | 'disabled';
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly programId: string | null;
  /** Of the secret: 1, 2, 3 … */
  readonly generation: number;
}

export type WebhookEndpoint = { readonly status: 'none' } | RegisteredEndpoint;

export const evolve = (state: WebhookEndpoint, { type, data }: WebhookEndpointEvent): WebhookEndpoint => {
  if (type === 'WebhookEndpointRegistered') {
    const { url, eventTypes, programId } = data;
    return { status: 'enabled', url, eventTypes, programId, generation: 1 };
  }
  if (state.status === 'none') return state;
  switch (type) {
    case 'WebhookEventsChosen': return { ...state, eventTypes: data.eventTypes };
    case 'WebhookSecretRotated': return { ...state, generation: data.generation };
    case 'WebhookEndpointDisabled': return { ...state, status: 'disabled' };
    case 'WebhookEndpointEnabled': return { ...state, status: 'enabled' };
  }
};

/** Category `webhook-endpoint`, id = endpointId. */
export const webhookEndpoints = stream<WebhookEndpoint, WebhookEndpointEvent>('webhook-endpoint', webhookEndpointEvents, { status: 'none' }, evolve);
