import { webhookEventType, type WebhookEventType as Type } from '@vouchsafe/notifications-contracts';
import type { WebhookEventType } from '../graphql.generated.js';

/** As the API spells a type: PEOPLE_IMPORT_APPLIED for `people-import.applied`. */
export const spelled = (type: Type): WebhookEventType => type.toUpperCase().replace(/[.-]/g, '_') as WebhookEventType;

const meant = new Map(webhookEventType.options.map((type) => [spelled(type), type]));
export const typeOf = (spelling: WebhookEventType): Type => meant.get(spelling)!;
