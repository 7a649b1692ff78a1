export { webhookEndpoints, type RegisteredEndpoint, type WebhookEndpoint } from './webhook-endpoint/webhook-endpoint.js';
export type { AddressFault } from './webhook-endpoint/address.js';
export {
  chooseWebhookEvents, disableWebhookEndpoint, enableWebhookEndpoint, MOST_ENDPOINTS, registerWebhookEndpoint, rotateWebhookSecret,
  type EventTypesRejection, type NoSuchEndpoint, type RegisterWebhookEndpoint, type RegisterWebhookEndpointRejection,
} from './webhook-endpoint/manage-webhook-endpoint.js';
