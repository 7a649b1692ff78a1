import { HeldPartition, keyOf, type TransportLog } from './held-partition.js';
import type { PartitionRef, Subscriber } from './log-transport.js';

/** Why a partition is not read for now: the subscriber asked, its call is still running, or its call failed. */
export type Hold = 'asked' | 'busy' | 'resting';

export interface Held {
  readonly partition: HeldPartition;
  readonly holds: Set<Hold>;
  /** The subscriber knows that it has it. */
  readonly ready: Promise<void>;
}

/** What a member of a group holds, as the broker divides it; the subscriber is told of every change. */
export class Holdings {
  private held = new Map<string, Held>();
  /** Of partitions that were lost: when the subscriber has been told, after its last call. */
  private readonly leaving = new Map<string, Promise<void>>();

  constructor(private readonly subscriber: Subscriber, private readonly log: TransportLog) {}

  get(ref: PartitionRef): Held | undefined {
    return this.held.get(keyOf(ref));
  }

  all(): Held[] {
    return [...this.held.values()];
  }

  has(held: Held): boolean {
    return this.get(held.partition.ref) === held;
  }

  /** Takes what is given and gives up the rest; what stays keeps its running call. A partition that comes back waits for the call that still
   * runs from before, and only that one.
   * @returns what is new */
  hold(refs: readonly PartitionRef[]): Held[] {
    const kept = new Set(refs.map(keyOf));
    const lost = this.all().filter(({ partition }) => !kept.has(keyOf(partition.ref)));
    if (lost.length > 0) this.giveUp(lost.map(({ partition }) => partition));

    const fresh = refs.filter((ref) => !this.held.has(keyOf(ref)));
    const newcomers = fresh.filter((ref) => !this.leaving.has(keyOf(ref)));
    const ready = newcomers.length > 0 ? this.told(async () => { await this.subscriber.assigned?.(newcomers); }) : Promise.resolve();
    const again = (ref: PartitionRef, left: Promise<void>) => this.told(async () => {
      await left;
      await this.subscriber.assigned?.([ref]);
    });
    const taken = fresh.map((ref): Held => {
      const left = this.leaving.get(keyOf(ref));
      return { partition: new HeldPartition(ref, this.subscriber, this.log), holds: new Set(), ready: left ? again(ref, left) : ready };
    });
    taken.forEach((held) => this.held.set(keyOf(held.partition.ref), held));
    return taken;
  }

  private giveUp(lost: readonly HeldPartition[]): void {
    const left = this.told(async () => {
      await Promise.all(lost.map((partition) => partition.ended()));
      await this.subscriber.revoked?.(lost.map(({ ref }) => ref));
    });
    for (const key of lost.map(({ ref }) => keyOf(ref))) {
      this.held.delete(key);
      this.leaving.set(key, left);
      void left.then(() => { if (this.leaving.get(key) === left) this.leaving.delete(key); });
    }
  }

  /** Returns when no call is running. */
  async ended(): Promise<void> {
    await Promise.all(this.all().map(({ partition }) => partition.ended()));
  }

  /** Returns when the subscriber knows of all that it has lost. */
  async left(): Promise<void> {
    await Promise.all(this.leaving.values());
  }

  private async told(work: () => Promise<void>): Promise<void> {
    await work().catch((error: Error) => this.log.warn(`The subscriber did not agree to its partitions: ${error.message}`));
  }
}
