import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { RetrySchedule } from '../due/retry-schedule.js';

/** One attempt to bring an effect about. */
export interface Delivery {
  readonly tenant: TenantId;
  /** The same at every attempt, and for every reactor: by it a receiver tells a repeat. */
  readonly id: string;
  readonly position: Position;
  readonly payload: object;
  readonly attempt: number;
  /** Aborted when the attempt has lasted long enough. What goes on after that may happen twice. */
  readonly signal: AbortSignal;
}

/** How an attempt ended. Whoever throws has failed, and may be asked again. */
export type Delivered =
  /** @property note for operators: nothing personal */
  | { readonly outcome: 'done'; readonly note?: string }
  /** @property isFinal no other attempt would end otherwise */
  | { readonly outcome: 'failed'; readonly reason: string; readonly isFinal?: boolean }
  /** Not now: it does not count as an attempt that failed. @property wait milliseconds */
  | { readonly outcome: 'later'; readonly reason: string; readonly wait: number };

/** A way out of the ledger. */
export interface Channel {
  readonly name: string;
  /** Attempts of one lane at once, in one process. */
  readonly width: number;
  readonly schedule: RetrySchedule;
  deliver(delivery: Delivery): Promise<Delivered>;
}
