import { z } from 'zod';

/** The channel that tells other systems. */
export const WEBHOOK = 'webhook';

/** What other systems can be told of, as they know it. Advocacy is not among it: what was said about somebody, and that it was said, leaves the product only in released figures. */
export const webhookEventType = z.enum([
  'program.opened', 'program.closed', 'cohort.opened', 'cohort.closed', 'people-import.applied',
  'participant.enrolled', 'participant.withdrawn', 'commitment.made', 'commitment.fulfilled', 'commitment.withdrawn', 'commitment.ended', 'sponsor.departed', 'sponsor.returned',
  'outcome.recorded',
]);
export type WebhookEventType = z.output<typeof webhookEventType>;

/** What names people or pairs. Only an endpoint of one programme is told, of that programme, because only its lead may know. */
export const ofOneProgram: ReadonlySet<WebhookEventType> = new Set<WebhookEventType>([
  'participant.enrolled', 'participant.withdrawn', 'commitment.made', 'commitment.fulfilled', 'commitment.withdrawn', 'commitment.ended', 'sponsor.departed', 'sponsor.returned',
  'outcome.recorded',
]);

/** What concerns the organization as a whole: an endpoint of one programme is not told of it. */
export const ofTheOrganization: ReadonlySet<WebhookEventType> = new Set<WebhookEventType>(['people-import.applied']);
