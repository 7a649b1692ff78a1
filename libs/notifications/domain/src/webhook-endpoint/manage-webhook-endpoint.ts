import { accept, reject, type Decision } from '@vouchsafe/decider';
import {
  ofOneProgram, ofTheOrganization, WebhookEndpointDisabled, WebhookEndpointEnabled, WebhookEndpointRegistered, WebhookEventsChosen, WebhookSecretRotated, webhookEventType,
  type WebhookEndpointEvent, type WebhookEventType,
} from '@vouchsafe/notifications-contracts';
import { addressFault, type AddressFault } from './address.js';
import type { RegisteredEndpoint, WebhookEndpoint } from './webhook-endpoint.js';

export type NoSuchEndpoint = { reason: 'NoSuchEndpoint' };
export type EventTypesRejection =
  | { reason: 'NoEventTypeIsChosen' }
  | { reason: 'EventTypeNeedsAProgram'; eventType: WebhookEventType }
  | { reason: 'EventTypeIsTheOrganizations'; eventType: WebhookEventType };

/** How many endpoints an organization may have. */
export const MOST_ENDPOINTS = 20;

const inOrder = (chosen: readonly WebhookEventType[]): WebhookEventType[] => webhookEventType.options.filter((type) => chosen.includes(type));

const eventTypesRefusal = (chosen: readonly WebhookEventType[], programId: string | null): EventTypesRejection | null => {
  if (chosen.length === 0) return { reason: 'NoEventTypeIsChosen' };
  const [needsProgram, isTheOrganizations] = [chosen.find((type) => ofOneProgram.has(type)), chosen.find((type) => ofTheOrganization.has(type))];
  if (programId === null && needsProgram) return { reason: 'EventTypeNeedsAProgram', eventType: needsProgram };
  if (programId !== null && isTheOrganizations) return { reason: 'EventTypeIsTheOrganizations', eventType: isTheOrganizations };
  return null;
};

/** What is looked up before the decision: how many endpoints there are, and what the address is. */
export type RegisterWebhookEndpoint = {
  endpointId: string; url: string; eventTypes: readonly WebhookEventType[]; programId: string | null; registered: number; isPublic: boolean; allowPlain: boolean;
};
export type RegisterWebhookEndpointRejection =
  | { reason: 'EndpointAlreadyRegistered' } | { reason: 'TooManyEndpoints'; most: number } | { reason: 'AddressIsNotAllowed'; fault: AddressFault } | EventTypesRejection;

export const registerWebhookEndpoint = (
  { endpointId, url, eventTypes, programId, registered, isPublic, allowPlain }: RegisterWebhookEndpoint, state: WebhookEndpoint,
): Decision<WebhookEndpointEvent, RegisterWebhookEndpointRejection> => {
  if (state.status !== 'none') return reject({ reason: 'EndpointAlreadyRegistered' });
  if (registered >= MOST_ENDPOINTS) return reject({ reason: 'TooManyEndpoints', most: MOST_ENDPOINTS });
  const fault = addressFault(url, { isPublic, allowPlain });
  if (fault) return reject({ reason: 'AddressIsNotAllowed', fault });
  const refusal = eventTypesRefusal(eventTypes, programId);
  return refusal ? reject(refusal) : accept(WebhookEndpointRegistered.of({ endpointId, url, eventTypes: inOrder(eventTypes), programId }));
};

type Chosen<Rejection> = Decision<WebhookEndpointEvent, NoSuchEndpoint | Rejection>;

/** Every change of an endpoint that is there. */
const ofEndpoint = <Rejection>(state: WebhookEndpoint, decide: (endpoint: RegisteredEndpoint) => Chosen<Rejection>): Chosen<Rejection> =>
  (state.status === 'none' ? reject({ reason: 'NoSuchEndpoint' }) : decide(state));

/** Choosing what is chosen already changes nothing. */
export const chooseWebhookEvents = ({ endpointId, eventTypes }: { endpointId: string; eventTypes: readonly WebhookEventType[] }, state: WebhookEndpoint): Chosen<EventTypesRejection> =>
  ofEndpoint<EventTypesRejection>(state, ({ eventTypes: before, programId }) => {
    const refusal = eventTypesRefusal(eventTypes, programId);
    if (refusal) return reject(refusal);
    const after = inOrder(eventTypes);
    return after.join() === before.join() ? accept() : accept(WebhookEventsChosen.of({ endpointId, eventTypes: after }));
  });

export const rotateWebhookSecret = ({ endpointId }: { endpointId: string }, state: WebhookEndpoint): Chosen<never> =>
  ofEndpoint<never>(state, ({ generation }) => accept(WebhookSecretRotated.of({ endpointId, generation: generation + 1 })));

/** Disabling twice changes nothing. */
export const disableWebhookEndpoint = ({ endpointId, why }: { endpointId: string; why: 'ASKED_FOR' | 'GONE' }, state: WebhookEndpoint): Chosen<never> =>
  ofEndpoint<never>(state, ({ status }) => (status === 'disabled' ? accept() : accept(WebhookEndpointDisabled.of({ endpointId, why }))));

export const enableWebhookEndpoint = ({ endpointId }: { endpointId: string }, state: WebhookEndpoint): Chosen<never> =>
  ofEndpoint<never>(state, ({ status }) => (status === 'enabled' ? accept() : accept(WebhookEndpointEnabled.of({ endpointId }))));
