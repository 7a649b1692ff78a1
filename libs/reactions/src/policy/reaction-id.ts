import { createHash } from 'node:crypto';
import type { Position, TenantId } from '@vouchsafe/event-schema';

export interface Coordinates {
  readonly policy: string;
  readonly tenant: TenantId;
  readonly position: Position;
  readonly alarm: string | null;
  readonly ordinal: number;
}

/** The same each time the same thing follows: 128 bits, in hexadecimal. Receivers of effects see it, so it tells nothing. */
export const reactionId = ({ policy, tenant, position, alarm, ordinal }: Coordinates): string =>
  createHash('sha256').update(JSON.stringify([policy, tenant, position, alarm, ordinal])).digest('hex').slice(0, 32);
