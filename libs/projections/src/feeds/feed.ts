import type { Position, StoredEvent, TenantId } from '@vouchsafe/event-schema';
import type { Place } from '../runner/cursor.js';

/** An event on its way to the folds. */
export type FedEvent = StoredEvent & {
  /** The chain after it, in hexadecimal, where it did not come out of the log: what the log must hold there. */
  readonly chain?: string;
};

/** Some events of one tenant, each the neighbour of the one before. */
export interface Page {
  readonly events: readonly FedEvent[];
  /** The source holds nothing after these. */
  readonly isLast: boolean;
}

/** Where a turn of work takes one tenant's events from. */
export interface Source {
  /** The events after a place, at most a page; the first is its neighbour. */
  after(place: Place): Promise<Page>;
  /** A build that stands there is to read the log instead. */
  isTooFarFor?(place: Place): boolean;
  /** Told that the log holds another event than this source gave: the rest is to be read from there. */
  disown?(): void;
}

/** What a feed may ask of the runner. */
export interface Folding {
  /** Folds what the source holds into every build, each from where it stands, in turns with other tenants.
   * Returns when each has folded it, or is parked, in trouble, or left to the log. */
  fold(tenant: TenantId, source: Source): Promise<void>;
  /** Has the tenant's log read from where its read models stand to its end; returns at once, and once more is no more. */
  readLog(tenant: TenantId): void;
  /** Where the build of a tenant that is furthest behind stands, asked anew: another runner may have moved it. */
  standsAt(tenant: TenantId): Promise<Position>;
}

/** A tenant of whom some build has not folded the whole log. */
export interface Behind {
  readonly tenant: TenantId;
  readonly head: Position;
  /** Of the build furthest behind. */
  readonly position: Position;
  /** One that is being built is among those behind. */
  readonly isBuilding: boolean;
}

/** Brings tenants' events to the runner: out of the logs, or off a topic. */
export interface Feed {
  start(to: Folding): Promise<void>;
  /** Told at every look at the logs. */
  behind(tenants: readonly Behind[]): Promise<void> | void;
  /** Returns once it brings nothing any more. */
  stop(): Promise<void>;
}
