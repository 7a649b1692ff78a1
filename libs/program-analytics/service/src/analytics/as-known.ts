import type { Position, TenantId } from '@vouchsafe/event-schema';
import { chainStart, type EventStore } from '@vouchsafe/event-store';

/** A state of knowledge: the instant to name, and the position to compute at. Naming the instant again later finds the same position. */
export interface Known { readonly asKnownAt: string; readonly position: Position }

/** @param asKnownAt the instant asked for; null for now
 * @param after a write of the caller's own, which now must include */
export const asKnown = async (log: EventStore, tenant: TenantId, asKnownAt: string | null, after: Position | null): Promise<Known> => {
  if (asKnownAt !== null) return { asKnownAt, position: await log.positionAt(tenant, asKnownAt) };
  const now = await log.knownNow(tenant);
  if (after === null || after <= now.position) return { asKnownAt: now.instant, position: now.position };
  // Written within this very millisecond, or by a clock ahead of ours: known since the instant that its record names.
  const [written] = await log.read(tenant, { after: after - 1, max: 1 });
  const instant = written?.recordedAt ?? now.instant;
  return { asKnownAt: instant, position: written ? await log.positionAt(tenant, instant) : after };
};

/** An instant that finds this position again; null if more was learned in the same millisecond. */
export const instantOf = async (log: EventStore, tenant: TenantId, position: Position): Promise<string | null> => {
  const [last] = await log.read(tenant, { after: position - 1, max: 1 });
  return last && (await log.positionAt(tenant, last.recordedAt)) === position ? last.recordedAt : null;
};

/** The log's hash chain at a position, in hexadecimal: which history it is. */
export const chainAt = async (log: EventStore, tenant: TenantId, position: Position): Promise<string> => {
  if (position === 0) return chainStart(tenant).toString('hex');
  const [event] = await log.readProven(tenant, { after: position - 1, max: 1 });
  return event!.chain;
};
