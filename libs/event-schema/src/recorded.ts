import type { IsoDate } from './calendar.js';
import type { ActorId, Position, TenantId } from './ids.js';
import type { AnyEvent, EventCatalogue, EventOf } from './event-type.js';

/** An event as the log holds it: data in the shape of the version that wrote it. */
export interface StoredEvent {
  readonly tenant: TenantId;
  readonly position: Position;
  readonly stream: string;
  /** 1, 2, 3 … within the stream. */
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  /** When it happened in the world. */
  readonly occurredOn: IsoDate;
  /** When we learned it: an RFC 3339 instant in UTC, to the millisecond; never earlier than that of the event before. */
  readonly recordedAt: string;
  readonly actor: ActorId;
  readonly requestKey: string;
  readonly correlation: string;
  readonly causation: string | null;
}

/** A stored event, lifted to the newest shape of its type. */
export type Recorded<E extends AnyEvent> = E & Omit<StoredEvent, 'type' | 'data' | 'schemaVersion'>;

/** A reader met an event that it must not guess about. It stops there; nothing is skipped. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    readonly tenant: TenantId, readonly position: Position, readonly type: string, readonly schemaVersion: number, reason: string,
  ) {
    super(`Tenant ${tenant}, position ${position}: cannot read ${type} version ${schemaVersion}: ${reason}`);
  }
}

/** @throws UnreadableEvent for an unknown type, a version from the future, or data that no longer fit. */
export const readEvent = <C extends EventCatalogue>(catalogue: C, stored: StoredEvent): Recorded<EventOf<C> & AnyEvent> => {
  const { schemaVersion, ...rest } = stored;
  const type = catalogue.byName.get(stored.type);
  if (!type) throw new UnreadableEvent(stored.tenant, stored.position, stored.type, schemaVersion, 'the type is not known here.');
  try {
    return { ...rest, data: type.upcast(schemaVersion, stored.data) } as Recorded<EventOf<C> & AnyEvent>;
  } catch (error) {
    throw new UnreadableEvent(stored.tenant, stored.position, stored.type, schemaVersion, (error as Error).message);
  }
};
