import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChooseWebhookEventsHandler } from './choose-webhook-events/choose-webhook-events.command.js';
import { ChooseWebhookEventsResolver } from './choose-webhook-events/choose-webhook-events.resolver.js';
import { DisableWebhookEndpointHandler } from './disable-webhook-endpoint/disable-webhook-endpoint.command.js';
import { DisableWebhookEndpointResolver } from './disable-webhook-endpoint/disable-webhook-endpoint.resolver.js';
import { EnableWebhookEndpointHandler } from './enable-webhook-endpoint/enable-webhook-endpoint.command.js';
import { EnableWebhookEndpointResolver } from './enable-webhook-endpoint/enable-webhook-endpoint.resolver.js';
import { LoopbackRule, LoopbackRuleOfEnvironment } from './endpoint/loopback-rule.js';
import { RegisterWebhookEndpointHandler } from './register-webhook-endpoint/register-webhook-endpoint.command.js';
import { RegisterWebhookEndpointResolver } from './register-webhook-endpoint/register-webhook-endpoint.resolver.js';
import { ReplayWebhookDeliveryHandler } from './replay-webhook-delivery/replay-webhook-delivery.command.js';
import { ReplayWebhookDeliveryResolver } from './replay-webhook-delivery/replay-webhook-delivery.resolver.js';
import { RotateWebhookSecretHandler } from './rotate-webhook-secret/rotate-webhook-secret.command.js';
import { RotateWebhookSecretResolver } from './rotate-webhook-secret/rotate-webhook-secret.resolver.js';
import { WebhookDeliveriesHandler } from './webhook-deliveries/webhook-deliveries.query.js';
import { WebhookDeliveriesResolver } from './webhook-deliveries/webhook-deliveries.resolver.js';
import { WebhookEndpointsHandler } from './webhook-endpoints/webhook-endpoints.query.js';
import { WebhookEndpointsResolver } from './webhook-endpoints/webhook-endpoints.resolver.js';

const commands = [
  RegisterWebhookEndpointHandler, ChooseWebhookEventsHandler, RotateWebhookSecretHandler, DisableWebhookEndpointHandler, EnableWebhookEndpointHandler, ReplayWebhookDeliveryHandler,
];
const queries = [WebhookEndpointsHandler, WebhookDeliveriesHandler];
const resolvers = [
  RegisterWebhookEndpointResolver, ChooseWebhookEventsResolver, RotateWebhookSecretResolver, DisableWebhookEndpointResolver, EnableWebhookEndpointResolver, ReplayWebhookDeliveryResolver,
  WebhookEndpointsResolver, WebhookDeliveriesResolver,
];

/** Reminders by mail and webhooks to other systems: who is told, where, and what became of it. What is sent, the reactor sends. */
@Module({ imports: [CqrsModule], providers: [...commands, ...queries, ...resolvers, { provide: LoopbackRule, useClass: LoopbackRuleOfEnvironment }] })
export class NotificationsModule {}
