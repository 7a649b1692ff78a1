import type { ProvenEvent } from '@vouchsafe/event-store';
import type { Position, TenantId } from '@vouchsafe/event-schema';

/** The right to move the marks of a bucket's tenants. Whoever takes the bucket next gets a higher epoch. */
export interface Lease {
  readonly bucket: number;
  readonly epoch: number;
}

export interface Tended {
  /** What this relay holds now. */
  readonly held: readonly Lease[];
  /** Relays that live, itself among them. */
  readonly relays: number;
}

/** An event as it will travel: with its proof, its data as text only. */
export type RelayedEvent = Omit<ProvenEvent, 'data'>;

/** What comes next in a tenant's log after its mark. */
export interface Page {
  readonly tenant: TenantId;
  readonly mark: Position;
  /** The log's length when this was read. */
  readonly head: Position;
  /** In order, at least one. The first is at `mark + 1` unless the log has a hole. */
  readonly events: readonly RelayedEvent[];
}

export interface Asked {
  readonly tenant: TenantId;
  /** Events at most. */
  readonly max: number;
}

/** A mark that is to go from where it was read to what has been acknowledged. */
export interface Move {
  readonly tenant: TenantId;
  readonly from: Position;
  readonly to: Position;
  /** Of the lease that was held when the mark was read. */
  readonly epoch: number;
}

/** One bucket, as an operator sees it. */
export interface BucketStatus {
  readonly bucket: number;
  /** Null if nobody looks after it at the moment. */
  readonly owner: string | null;
  readonly epoch: number;
  readonly tenantsBehind: number;
  readonly eventsBehind: number;
  /** Since the oldest event that is not yet published was recorded; null where nothing waits. */
  readonly oldestUnpublishedSeconds: number | null;
}

/** What the relay keeps, and where it reads. Every call is a transaction of its own; time is that of the store, never the caller's. */
export abstract class RelayStore {
  /** Says that this relay lives, renews what it holds, and takes free buckets up to its share, ⌈64 / relays⌉.
   * @param milliseconds until all of this lapses */
  abstract tend(owner: string, milliseconds: number): Promise<Tended>;
  /** Gives buckets back, for others to take at once. */
  abstract release(owner: string, buckets: readonly number[]): Promise<void>;
  /** Gives everything back, and is no longer counted. */
  abstract leave(owner: string): Promise<void>;

  /** Tenants of these buckets whose logs are longer than their marks, the one that waits longest first; at most `max`. */
  abstract behind(buckets: readonly number[], max: number): Promise<TenantId[]>;
  /** The next events of those tenants that are in these buckets and have some.
   * @param bytes of data for each tenant at most; one event in any case */
  abstract pages(asked: readonly Asked[], buckets: readonly number[], bytes: number): Promise<Page[]>;
  /** Moves each mark by compare-and-set: it must stand at `from`, and nobody may have moved it under a higher epoch.
   * @returns whose marks moved, and the store's time as RFC 3339 */
  abstract advance(moves: readonly Move[]): Promise<{ readonly moved: readonly TenantId[]; readonly now: string }>;

  /** Sets marks back, where they stand further on. The buckets are taken from whoever has them, so that what is being published at this
   * moment under the old leases moves no mark any more. @returns the marks that went back */
  abstract rewind(to: readonly { readonly tenant: TenantId; readonly position: Position }[]): Promise<{ tenant: TenantId; from: Position; to: Position }[]>;
  /** All 64 buckets in order. */
  abstract status(): Promise<BucketStatus[]>;
}
