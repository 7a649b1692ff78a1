import type { InRecord, PartitionRef, Subscriber } from './log-transport.js';

/** How a call of `records` ended; `moved` if somebody has sought elsewhere meanwhile, so that where it ended is of no interest. */
export type Outcome = 'done' | 'failed' | 'moved';

/** What the adapters tell an operator. */
export interface TransportLog {
  warn(text: string): void;
  debug(text: string): void;
}

export const silent: TransportLog = { warn: () => {}, debug: () => {} };

/** At most so many records in one call: a large tenant must not keep its neighbours waiting. */
export const LARGEST_SLICE = 1_000;

const [FIRST_REST, LONGEST_REST] = [100, 5_000]; // ms

export const keyOf = ({ topic, partition }: PartitionRef): string => `${topic}/${partition}`;

/** The offset after this one; offsets exceed 2^53 only on paper, but they are 64 bits wide. */
export const after = (offset: string): string => (BigInt(offset) + 1n).toString();

/** A partition in a member's hands: one call of `records` at a time, and after a failure a rest that grows. */
export class HeldPartition {
  private running: Promise<Outcome> | undefined;
  private epoch = 0;
  private failures = 0;

  constructor(readonly ref: PartitionRef, private readonly subscriber: Subscriber, private readonly log: TransportLog) {}

  get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** How long to leave it alone after the failures so far: twice as long each time, and not in step with others. Milliseconds. */
  get rest(): number {
    const rest = Math.min(LONGEST_REST, FIRST_REST * 2 ** (this.failures - 1));
    return rest * (0.75 + Math.random() / 2);
  }

  handle(records: readonly InRecord[]): Promise<Outcome> {
    if (this.running) throw new Error(`${keyOf(this.ref)} is being handled.`);
    this.running = this.call(records).finally(() => { this.running = undefined; });
    return this.running;
  }

  /** Somebody seeks: the running call no longer says where to go on. */
  move(): void {
    this.epoch += 1;
  }

  /** Returns when no call is running. */
  async ended(): Promise<void> {
    await this.running;
  }

  private async call(records: readonly InRecord[]): Promise<Outcome> {
    const { epoch } = this;
    const now = (outcome: Outcome): Outcome => (epoch === this.epoch ? outcome : 'moved');
    await undefined; // a subscriber that throws at once must find us running
    try {
      await this.subscriber.records(this.ref, records);
      this.failures = 0;
      return now('done');
    } catch (error) {
      this.failures += 1;
      this.log.warn(`${keyOf(this.ref)} from offset ${records[0]?.offset}: ${(error as Error).message}`);
      return now('failed');
    }
  }
}
