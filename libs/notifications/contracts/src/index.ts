export { MAIL, notice, noticeKind, type Notice, type NoticeKind } from './notice.js';
export { ofOneProgram, ofTheOrganization, WEBHOOK, webhookEventType, type WebhookEventType } from './webhook-event-type.js';
export {
  WebhookEndpointDisabled, WebhookEndpointEnabled, WebhookEndpointRegistered, WebhookEventsChosen, WebhookSecretRotated, webhookEndpointEvents, type WebhookEndpointEvent,
} from './webhook-endpoint.events.js';
