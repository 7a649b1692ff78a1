import type { ActorId, AnyEvent, IsoDate, Position, StoredEvent, TenantId } from '@vouchsafe/event-schema';

/** What the writer believes of a stream: its exact version, that it has no event yet, that it has some, or nothing. */
export type Expected = number | 'none' | 'some' | 'any';

export interface NewEvent extends AnyEvent {
  readonly schemaVersion: number;
  /** When it happened in the world. */
  readonly occurredOn: IsoDate;
}

export interface StreamWrite {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
  /** No event may follow these in the stream. */
  readonly closes?: boolean;
}

export interface Append {
  /** The same key with the same content answers the recorded result; with other content it is refused. Per tenant. */
  readonly requestKey: string;
  /** What the key stands for, when that is more than this append: a command's input, say. Without it, the append itself. */
  readonly content?: unknown;
  readonly actor: ActorId;
  readonly correlation: string;
  readonly causation?: string;
  /** All or nothing; each stream once. */
  readonly writes: readonly StreamWrite[];
  /** False lets a conflict leave the key free, for a writer that will decide anew under the same key. True if left out. */
  readonly conflictIsFinal?: boolean;
  /** Only in logs marked as sample data, whose history is made up after the fact: the instant to record. */
  readonly recordedAt?: string;
}

export type AppendResult =
  | {
    readonly outcome: 'appended';
    /** Of the last event; the head as it was, if there was none to append. */
    readonly position: Position;
    /** Each stream's version afterwards, in the order of `writes`. */
    readonly versions: readonly number[];
    readonly recordedAt: string;
    /** The key was known: this is the result that was recorded then. */
    readonly replayed: boolean;
  }
  | { readonly outcome: 'conflict' | 'closed'; readonly stream: string; readonly actual: number; readonly replayed: boolean }
  | { readonly outcome: 'key-reused' };

export interface Head {
  readonly position: Position;
  /** The hash chain up to there, in hexadecimal. */
  readonly chain: string;
}

/** An event with the bytes that prove it: what an auditor walks. */
export interface ProvenEvent extends StoredEvent {
  /** The canonical JSON of the data, as stored. */
  readonly dataText: string;
  /** SHA-256 of `dataText`; hexadecimal. */
  readonly digest: string;
  /** The chain after this event; hexadecimal. */
  readonly chain: string;
}

/** One log per tenant. Positions are 1 … head without a gap, in commit order. */
export abstract class EventStore {
  /** Opens the log of a new tenant; does nothing if it is open.
   * @param sample marks the whole log as made-up data: only such a log takes a `recordedAt` */
  abstract openLog(tenant: TenantId, options?: { sample?: boolean }): Promise<void>;

  /** @throws UnknownLog if the tenant has none
   * @throws UnstorableValue for data that would not survive storage and re-reading byte for byte; nothing was sent
   * @throws OutcomeUnknown if the answer was lost: repeat with the same key to learn it */
  abstract append(tenant: TenantId, append: Append): Promise<AppendResult>;

  /** A page of the log in order of position: those after `after`, at most `max`. */
  abstract read(tenant: TenantId, options: { after: Position; max: number; upTo?: Position }): Promise<StoredEvent[]>;

  /** The newest events first: those before `before`, at most `max`. */
  abstract readBackwards(tenant: TenantId, options: { before?: Position; max: number }): Promise<StoredEvent[]>;

  /** A page of the log with its proof. */
  abstract readProven(tenant: TenantId, options: { after: Position; max: number; stream?: string }): Promise<ProvenEvent[]>;

  /** One stream after `afterVersion`, in order of version: all of it, or at most `max` events of a stream that is long. */
  abstract readStream(tenant: TenantId, stream: string, options?: { afterVersion?: number; max?: number }): Promise<StoredEvent[]>;

  /** What was recorded under a request key, if anything. The same content rule as for `append`. */
  abstract recorded(tenant: TenantId, requestKey: string, content: unknown): Promise<AppendResult | undefined>;

  abstract head(tenant: TenantId): Promise<Head>;

  /** The last position recorded at or before an instant: what was known then. 0 if nothing was. */
  abstract positionAt(tenant: TenantId, instant: string): Promise<Position>;

  /** What is known at this moment: an instant at or before which nothing will be recorded any more, and the last position recorded by then.
   * Whoever asks later for what was known at that instant gets that position. By the clock that records, not by the caller's. */
  abstract knownNow(tenant: TenantId): Promise<{ instant: string; position: Position }>;

  /** Every log and its length. */
  abstract heads(): Promise<readonly { tenant: TenantId; position: Position }[]>;
}
