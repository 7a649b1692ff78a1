import { refusals } from '@vouchsafe/graphql';
import type { EventTypesRejection, NoSuchEndpoint, RegisterWebhookEndpointRejection } from '@vouchsafe/notifications-domain';
import type { NotYoursToConnect } from '../register-webhook-endpoint/register-webhook-endpoint.command.js';
import type { NoSuchDelivery } from '../replay-webhook-delivery/replay-webhook-delivery.command.js';
import { spelled } from '../vocabulary/event-types.js';

type NotificationsRejection = RegisterWebhookEndpointRejection | EventTypesRejection | NoSuchEndpoint | NotYoursToConnect | NoSuchDelivery;

/** Every reason for which notifications say no, in words for the person who asked. */
export const refusal = refusals<NotificationsRejection>({
  NoSuchEndpoint: () => 'There is no endpoint of yours under this id.',
  EndpointAlreadyRegistered: () => 'An endpoint is registered under this id.',
  NotYoursToConnect: () => 'You can connect a system to a programme that you lead; as an operator, to the organization as a whole, without a programme.',
  TooManyEndpoints: ({ most }) => `An organization has ${most} endpoints at most. Use one of those that are there.`,
  AddressIsNotAllowed: ({ fault }) => {
    switch (fault) {
      case 'NOT_AN_ADDRESS': return 'Give a whole address of at most 500 characters, such as https://hooks.example.com/vouchsafe.';
      case 'NOT_HTTPS': return 'The address must begin with https://.';
      case 'CREDENTIALS_IN_IT': return 'Leave name, password and # out of the address: the signature says who is calling.';
      case 'NOT_PUBLIC': return 'The address is not one in the open internet.';
    }
  },
  NoEventTypeIsChosen: () => 'Choose what the endpoint is to be told of.',
  EventTypeNeedsAProgram: ({ eventType }) => `${spelled(eventType)} names people: it is told to an endpoint of one programme, which its lead registers.`,
  EventTypeIsTheOrganizations: ({ eventType }) => `${spelled(eventType)} concerns the whole organization: an operator registers an endpoint for it.`,
  NoSuchDelivery: () => 'There is no delivery to this endpoint under this id, or it is kept no longer.',
});
