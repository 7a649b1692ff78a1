import { eventCatalogue } from '@vouchsafe/event-schema';
import { ofOneProgram, ofTheOrganization, WEBHOOK, webhookEndpointEvents, type WebhookEndpointEvent, type WebhookEventType } from '@vouchsafe/notifications-contracts';
import { effect, policy, remember, type Consequence, type Recall } from '@vouchsafe/reactions';
import { webhookMessage } from '../webhooks/webhook-message.js';
import { publicationOf, published, type Publication } from './published.js';

interface Subscription { readonly eventTypes: readonly WebhookEventType[]; readonly programId: string | null; readonly isEnabled: boolean }
type Subscriptions = Readonly<Record<string, Subscription>>;
/** All endpoints under one key; under a commitment's key its programme. */
interface Known { readonly endpoints?: Subscriptions; readonly programId?: string }

const ENDPOINTS = 'endpoints';
const ofCommitment = (commitmentId: string): string => `commitment/${commitmentId}`;

const after = (before: Subscriptions, { type, data }: WebhookEndpointEvent): Subscriptions => {
  const { endpointId } = data;
  const known = before[endpointId];
  if (type === 'WebhookEndpointRegistered') return { ...before, [endpointId]: { eventTypes: data.eventTypes, programId: data.programId, isEnabled: true } };
  if (!known) return before;
  switch (type) {
    case 'WebhookEventsChosen': return { ...before, [endpointId]: { ...known, eventTypes: data.eventTypes } };
    case 'WebhookEndpointDisabled': return { ...before, [endpointId]: { ...known, isEnabled: false } };
    case 'WebhookEndpointEnabled': return { ...before, [endpointId]: { ...known, isEnabled: true } };
    case 'WebhookSecretRotated': return before;
  }
};

/** Registering looks to it already; an event type that becomes more private one day is told no more, whatever was registered. */
const isFor = ({ eventTypes, programId, isEnabled }: Subscription, { type, programId: its }: Publication): boolean => {
  if (!isEnabled || !eventTypes.includes(type)) return false;
  return programId === null ? !ofOneProgram.has(type) : its === programId && !ofTheOrganization.has(type);
};

/** Something happened that other systems asked to be told of, after they had asked. */
export const whenSomethingHappenedTellSubscribedSystems = () => policy({
  name: 'when-something-happened-tell-subscribed-systems',
  reads: eventCatalogue(...published.types, ...webhookEndpointEvents.types),

  recalls: ({ data }) => ('endpointId' in data ? [ENDPOINTS] : 'commitmentId' in data && data.commitmentId !== null ? [ENDPOINTS, ofCommitment(data.commitmentId)] : [ENDPOINTS]),

  react: (event, recall: Recall<Known>): readonly Consequence[] => {
    const endpoints = recall(ENDPOINTS)?.endpoints ?? {};
    switch (event.type) {
      case 'WebhookEndpointRegistered': case 'WebhookEventsChosen': case 'WebhookEndpointDisabled': case 'WebhookEndpointEnabled': case 'WebhookSecretRotated':
        return [remember(ENDPOINTS, { endpoints: after(endpoints, event) })];
      default: {
        const publication = publicationOf(event, (commitmentId) => recall(ofCommitment(commitmentId))?.programId ?? null);
        const { type, ids } = publication;
        const { recordedAt, occurredOn } = event;
        const told = Object.entries(endpoints).filter(([, endpoint]) => isFor(endpoint, publication))
          .map(([endpointId]) => effect(WEBHOOK, webhookMessage.parse({ endpointId, type, recordedAt, occurredOn, ids }), { lane: endpointId }));
        return event.type === 'CommitmentMade' ? [remember(ofCommitment(event.data.commitmentId), { programId: event.data.programId }), ...told] : told;
      }
    }
  },
});
