import { webhookEndpointEvents } from '@vouchsafe/notifications-contracts';
import type { Context } from '@vouchsafe/projections';
import { reactionsMigration } from '@vouchsafe/reactions';
import { webhookEndpointList } from './webhook-endpoints/webhook-endpoints.projection.js';

/** What this context brings to the processes that fold and migrate. */
export const notifications: Context = {
  events: [webhookEndpointEvents],
  projections: [webhookEndpointList],
  migrations: [reactionsMigration],
  schema: new URL('.', import.meta.url),
};
