import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import type { EventStore } from '@vouchsafe/event-store';

/** The first day that a log tells of, undefined while it is empty: of its first event, which never changes, and is therefore read once. */
export const logBeginnings = (log: EventStore) => {
  const beginnings = new Map<TenantId, IsoDate>();
  return async (tenant: TenantId): Promise<IsoDate | undefined> => {
    const known = beginnings.get(tenant);
    if (known !== undefined) return known;
    const [first] = await log.read(tenant, { after: 0, max: 1 });
    if (!first) return undefined;
    const recordedOn = first.recordedAt.slice(0, 10);
    const beginning = first.occurredOn < recordedOn ? first.occurredOn : recordedOn;
    beginnings.set(tenant, beginning);
    return beginning;
  };
};
