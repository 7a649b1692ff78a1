import { BUCKETS } from './bucket.js';
import type { RelayStore } from './relay-store.js';

/** The buckets that one relay looks after, as it knows. What it does not know yet, the marks' epochs tell it. */
export class Leases {
  private epochs = new Map<number, number>();
  private relays = 1;
  private turn: Promise<unknown> = Promise.resolve();

  /** @param milliseconds that a lease holds without being renewed, by the store's clock */
  constructor(private readonly store: RelayStore, readonly owner: string, private readonly milliseconds: number) {}

  /** Epochs by bucket, as they are at this moment: a copy. */
  held(): Map<number, number> {
    return new Map(this.epochs);
  }

  holds(bucket: number): boolean {
    return this.epochs.has(bucket);
  }

  get living(): number {
    return this.relays;
  }

  /** Renews and takes. @returns whether there is a bucket that was not held before, or one under a new epoch */
  tend(): Promise<boolean> {
    return this.oneByOne(async () => {
      const { held, relays } = await this.store.tend(this.owner, this.milliseconds);
      const before = this.epochs;
      this.relays = relays;
      this.epochs = new Map(held.map(({ bucket, epoch }) => [bucket, epoch]));
      return held.some(({ bucket, epoch }) => before.get(bucket) !== epoch);
    });
  }

  /** Gives back what is more than this relay's share. To be called between two rounds: nothing of these buckets may be under way. */
  async giveBack(): Promise<void> {
    if (this.epochs.size <= this.share) return;
    await this.oneByOne(async () => {
      const surplus = [...this.epochs.keys()].slice(this.share);
      if (surplus.length === 0) return;
      for (const bucket of surplus) this.epochs.delete(bucket);
      await this.store.release(this.owner, surplus);
    });
  }

  /** Somebody else moved a mark of this bucket: whose it is will be known after the next `tend`. */
  drop(bucket: number): void {
    this.epochs.delete(bucket);
  }

  leave(): Promise<void> {
    return this.oneByOne(async () => {
      this.epochs = new Map();
      await this.store.leave(this.owner);
    });
  }

  private get share(): number {
    return Math.ceil(BUCKETS / this.relays);
  }

  /** An answer of before a release must not be taken for the state after it. */
  private oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }
}
