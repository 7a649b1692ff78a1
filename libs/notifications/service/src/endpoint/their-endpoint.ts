import { permits, policy, type Action, type Actor } from '@vouchsafe/access';
import { reject, type Decision } from '@vouchsafe/decider';
import type { WebhookEndpointEvent } from '@vouchsafe/notifications-contracts';
import type { NoSuchEndpoint, WebhookEndpoint } from '@vouchsafe/notifications-domain';

export const mayOnEndpoint = (actor: Actor, action: Action, endpointId: string, programId: string | null): boolean =>
  permits<'webhook-endpoint'>(policy(actor, action, 'webhook-endpoint'), { endpointId, programId });

type Decided<Rejection> = Decision<WebhookEndpointEvent, NoSuchEndpoint | Rejection>;

/** Decides about an endpoint that this person may change; any other is as one that never was. */
export const ofTheirEndpoint = <Rejection>(actor: Actor, endpointId: string, decide: (state: WebhookEndpoint) => Decided<Rejection>) =>
  (state: WebhookEndpoint): Decided<Rejection> =>
    (state.status !== 'none' && mayOnEndpoint(actor, 'webhook-endpoint:change', endpointId, state.programId) ? decide(state) : reject({ reason: 'NoSuchEndpoint' }));
