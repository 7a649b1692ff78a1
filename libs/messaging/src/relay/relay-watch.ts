/** The two things a relay does at the same time. */
export type Doing = 'leases' | 'relaying';

/** Told what a relay does: for metrics and the log. Nothing in it is about a person. */
export interface RelayWatch {
  /** Acknowledged, and the marks moved. @param ages seconds from recording to now, one a record, by the store's clock */
  published(ages: readonly number[]): void;
  /** Sent, perhaps, and their mark did not move: they may travel again. */
  unknown(records: number, because: 'not acknowledged' | 'another relay was at work'): void;
  holds(buckets: number, ofRelays: number): void;
  /** It could not go on, and will try again. */
  trouble(trouble: { readonly doing: Doing; readonly error: unknown; readonly againInMilliseconds: number }): void;
  /** A log holds no event at this position, and its head is further on: nothing is published past it. */
  hole(tenant: string, position: number): void;
}

export const nobodyWatches: RelayWatch = { published: () => {}, unknown: () => {}, holds: () => {}, trouble: () => {}, hole: () => {} };
