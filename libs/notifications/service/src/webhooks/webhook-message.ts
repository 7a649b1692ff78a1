import { entityId, isoDate } from '@vouchsafe/event-schema';
import { webhookEventType } from '@vouchsafe/notifications-contracts';
import { z } from 'zod';

/** What is due to one endpoint: which, of what type, where it stands in the log, and ids. Nothing that anybody wrote. */
export const webhookMessage = z.strictObject({
  endpointId: entityId,
  type: webhookEventType,
  /** When we learned it. */
  recordedAt: z.string(),
  occurredOn: isoDate,
  ids: z.record(z.string().regex(/^[a-z]+Id$/), entityId),
});
export type WebhookMessage = z.output<typeof webhookMessage>;

/** The body as it is sent and signed: the same bytes at every attempt. */
export const bodyOf = (organizationId: string, position: number, { type, recordedAt, occurredOn, ids }: WebhookMessage): string =>
  JSON.stringify({ type, timestamp: recordedAt, data: { organizationId, position: String(position), occurredOn, ...ids } });
