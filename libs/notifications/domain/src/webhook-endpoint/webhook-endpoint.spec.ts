import { given } from '@vouchsafe/decider/testing';
import {
  WebhookEndpointDisabled, WebhookEndpointEnabled, WebhookEndpointRegistered, WebhookEventsChosen, WebhookSecretRotated, webhookEventType,
} from '@vouchsafe/notifications-contracts';
import {
  chooseWebhookEvents, disableWebhookEndpoint, enableWebhookEndpoint, MOST_ENDPOINTS, registerWebhookEndpoint, rotateWebhookSecret, type RegisterWebhookEndpoint,
} from './manage-webhook-endpoint.js';
import { webhookEndpoints } from './webhook-endpoint.js';

type DataOf<E extends { of(data: never): unknown }> = Partial<Parameters<E['of']>[0]>;
const endpointId = 'e1';
const url = 'https://hooks.example.com/in?key=1';
const anEndpoint = (facts: DataOf<typeof WebhookEndpointRegistered> = {}) =>
  WebhookEndpointRegistered.of({ endpointId, url, eventTypes: ['program.opened'], programId: null, ...facts });
const toRegister = (facts: Partial<RegisterWebhookEndpoint> = {}): RegisterWebhookEndpoint =>
  ({ endpointId, url, eventTypes: ['program.opened'], programId: null, registered: 0, isPublic: true, allowPlain: false, ...facts });
const registering = (facts: Partial<RegisterWebhookEndpoint>) => given(webhookEndpoints).when((state) => registerWebhookEndpoint(toRegister(facts), state));

describe('registering', () => {
  it('records address and choice, each type once and in one order', () =>
    registering({ eventTypes: ['cohort.closed', 'program.opened', 'cohort.closed'] }).then(anEndpoint({ eventTypes: ['program.opened', 'cohort.closed'] })));

  it.each([
    ['ftp://hooks.example.com', 'NOT_HTTPS'], ['http://hooks.example.com', 'NOT_HTTPS'], ['hooks.example.com', 'NOT_AN_ADDRESS'], ['', 'NOT_AN_ADDRESS'],
    [`https://hooks.example.com/${'x'.repeat(500)}`, 'NOT_AN_ADDRESS'], ['https://me:secret@hooks.example.com', 'CREDENTIALS_IN_IT'], ['https://me@hooks.example.com', 'CREDENTIALS_IN_IT'],
    ['https://hooks.example.com/#secret', 'CREDENTIALS_IN_IT'],
  ] as const)('refuses the address %s', (bad, fault) => registering({ url: bad }).thenRejected({ reason: 'AddressIsNotAllowed', fault }));

  it('refuses a number that is not public', () => registering({ isPublic: false }).thenRejected({ reason: 'AddressIsNotAllowed', fault: 'NOT_PUBLIC' }));

  it('takes plain http where that is allowed', () => registering({ url: 'http://127.0.0.1:9', allowPlain: true }).then(anEndpoint({ url: 'http://127.0.0.1:9' })));

  it.each(['commitment.made', 'participant.enrolled', 'sponsor.departed', 'outcome.recorded'] as const)('tells of %s only an endpoint of one programme', (type) => {
    registering({ eventTypes: [type] }).thenRejected({ reason: 'EventTypeNeedsAProgram', eventType: type });
    registering({ eventTypes: [type], programId: 'p1' }).then(anEndpoint({ eventTypes: [type], programId: 'p1' }));
  });

  it('tells an endpoint of one programme nothing of the organization', () =>
    registering({ eventTypes: ['people-import.applied'], programId: 'p1' }).thenRejected({ reason: 'EventTypeIsTheOrganizations', eventType: 'people-import.applied' }));

  it('refuses one that is to be told of nothing', () => registering({ eventTypes: [] }).thenRejected({ reason: 'NoEventTypeIsChosen' }));
  it('refuses one too many', () => registering({ registered: MOST_ENDPOINTS }).thenRejected({ reason: 'TooManyEndpoints', most: MOST_ENDPOINTS }));
  it('refuses an id that is taken', () =>
    given(webhookEndpoints, anEndpoint()).when((state) => registerWebhookEndpoint(toRegister(), state)).thenRejected({ reason: 'EndpointAlreadyRegistered' }));
});

describe('choosing', () => {
  const choose = (eventTypes: readonly (typeof webhookEventType.options)[number][]) => (state: Parameters<typeof chooseWebhookEvents>[1]) => chooseWebhookEvents({ endpointId, eventTypes }, state);
  it('replaces the choice', () => given(webhookEndpoints, anEndpoint()).when(choose(['cohort.opened'])).then(WebhookEventsChosen.of({ endpointId, eventTypes: ['cohort.opened'] })));
  it('of the same changes nothing', () => given(webhookEndpoints, anEndpoint({ eventTypes: ['program.opened', 'cohort.closed'] })).when(choose(['cohort.closed', 'program.opened'])).then());
  it('keeps to the programme', () => given(webhookEndpoints, anEndpoint()).when(choose(['commitment.made'])).thenRejected({ reason: 'EventTypeNeedsAProgram', eventType: 'commitment.made' }));
});

const disabled = () => WebhookEndpointDisabled.of({ endpointId, why: 'ASKED_FOR' });
const enabled = () => WebhookEndpointEnabled.of({ endpointId });

it('rotates the secret, each time to the next generation', () => {
  const rotated = (generation: number) => WebhookSecretRotated.of({ endpointId, generation });
  given(webhookEndpoints, anEndpoint()).when((state) => rotateWebhookSecret({ endpointId }, state)).then(rotated(2));
  given(webhookEndpoints, anEndpoint(), rotated(2), disabled()).when((state) => rotateWebhookSecret({ endpointId }, state)).then(rotated(3));
});

it('disables and enables, each once', () => {
  given(webhookEndpoints, anEndpoint()).when((state) => disableWebhookEndpoint({ endpointId, why: 'GONE' }, state)).then(WebhookEndpointDisabled.of({ endpointId, why: 'GONE' }));
  given(webhookEndpoints, anEndpoint(), disabled()).when((state) => disableWebhookEndpoint({ endpointId, why: 'GONE' }, state)).then();
  given(webhookEndpoints, anEndpoint(), disabled()).when((state) => enableWebhookEndpoint({ endpointId }, state)).then(enabled());
  given(webhookEndpoints, anEndpoint(), disabled(), enabled()).when((state) => enableWebhookEndpoint({ endpointId }, state)).then();
});

it.each([chooseWebhookEvents, rotateWebhookSecret, disableWebhookEndpoint, enableWebhookEndpoint].map((decide) => [decide.name, decide] as const))('%s knows nothing of an endpoint that was never registered', (_, decide) =>
  given(webhookEndpoints).when((state) => decide({ endpointId, eventTypes: ['program.opened'], why: 'GONE' }, state)).thenRejected({ reason: 'NoSuchEndpoint' }));
