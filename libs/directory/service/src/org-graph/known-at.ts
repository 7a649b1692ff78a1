import type { Position, TenantId } from '@vouchsafe/event-schema';
import { badUserInput } from '@vouchsafe/graphql';
import type { EventStore } from '@vouchsafe/event-store';
import { NOW_KNOWN } from '../organization-facts/organization-facts.projection.js';

/** What a question about the past is answered from: everything known at a position, and what must have been folded before. */
export interface KnownAt {
  readonly position: Position;
  readonly after: Position | null;
}

/** @param asKnownAt an instant; null for what is known now
 * @throws GraphQLError BAD_USER_INPUT for an instant that has not come */
export const knownAt = async (log: EventStore, tenant: TenantId, asKnownAt: string | null | undefined, after: Position | null, now: Date): Promise<KnownAt> => {
  if (asKnownAt == null) return { position: NOW_KNOWN, after };
  if (new Date(asKnownAt) > now) throw badUserInput('"asKnownAt" lies in the future: nobody knows yet what will be known then.');
  const position = await log.positionAt(tenant, asKnownAt);
  return { position, after: Math.max(position, after ?? 0) };
};
