/** One partition of one topic. */
export interface PartitionRef {
  readonly topic: string;
  readonly partition: number;
}

/** A topic as it must be: `partitions` is fixed for its life, since keys would move. */
export interface TopicSpec {
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor?: number;
  /** Settings of the topic in the broker's own words, for one `retention.ms`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Bytes and strings only: no client's type leaves an adapter. */
export interface OutRecord extends PartitionRef {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export interface InRecord {
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Where it lies in its partition, as a decimal string; a hint, never a proof of order. */
  readonly offset: string;
}

/** What a subscriber does with what arrives. */
export interface Subscriber {
  assigned?(partitions: readonly PartitionRef[]): Promise<void>;
  /** One call at a time per partition, different partitions at once. Who throws gets the same records again, after a pause. */
  records(partition: PartitionRef, batch: readonly InRecord[]): Promise<void>;
  /** Comes after the running call of each of these partitions has ended. */
  revoked?(partitions: readonly PartitionRef[]): Promise<void>;
}

export interface Subscription {
  pause(partition: PartitionRef): Promise<void>;
  resume(partition: PartitionRef): Promise<void>;
  /** Goes on from this offset. */
  seek(partition: PartitionRef, offset: string): Promise<void>;
  /** The next member begins at `offset`: one more than the last that was dealt with. What `records` has returned from is committed without asking. */
  commit(partition: PartitionRef, offset: string): Promise<void>;
  /** Returns once nothing is in flight. */
  stop(): Promise<void>;
}

export interface PartitionLag extends PartitionRef {
  /** Records that the group has not committed. */
  readonly records: number;
}

export interface TransportHealth {
  readonly ok: boolean;
  /** A sentence for an operator, where it is not. */
  readonly reason?: string;
}

/** Carries the head of the logs between services. Nothing rests on it: what it loses, doubles or reorders is mended by positions. */
export abstract class LogTransport {
  /** Creates what is absent, and never alters what is there.
   * @throws WrongTopic where one has another number of partitions */
  abstract ensureTopics(specs: readonly TopicSpec[]): Promise<void>;
  /** Resolves when every record is acknowledged by all replicas in sync; in order per partition. A refused call left nothing or duplicates, never another order. */
  abstract publish(batch: readonly OutRecord[]): Promise<void>;
  /** @throws UnknownTopic */
  abstract subscribe(group: string, topics: readonly string[], subscriber: Subscriber): Promise<Subscription>;
  abstract lag(group: string): Promise<readonly PartitionLag[]>;
  abstract health(): Promise<TransportHealth>;
  /** Afterwards `publish` is refused. */
  abstract close(): Promise<void>;
}
