import { after, HeldPartition, keyOf, LARGEST_SLICE, type TransportLog } from '../held-partition.js';
import type { InRecord, PartitionRef, Subscriber, Subscription } from '../log-transport.js';
import { within } from '../within.js';
import type { MemoryBroker } from './memory-broker.js';
import type { MemoryGroup } from './memory-group.js';

interface Reading {
  readonly held: HeldPartition;
  /** The list it reads; another one means that the topic was made anew. */
  records: InRecord[] | undefined;
  next: number;
  paused: boolean;
  resting: boolean;
}

/** One subscription in memory. */
export class MemoryMember implements Subscription {
  private readonly readings = new Map<string, Reading>();
  private readonly group: MemoryGroup;
  private stopped: Promise<void> | undefined;
  private readonly look = () => { for (const reading of this.readings.values()) this.go(reading); };

  /** @param patience how long a running call may hold up a rebalance, in milliseconds; then its partition is taken away, as a broker would */
  constructor(private readonly broker: MemoryBroker, group: string, readonly topics: readonly string[], private readonly subscriber: Subscriber, private readonly patience: number, private readonly log: TransportLog) {
    this.group = broker.group(group);
    broker.changed.on('changed', this.look);
  }

  async keepOnly(refs: readonly PartitionRef[]): Promise<void> {
    const kept = new Set(refs.map(keyOf));
    const lost = [...this.readings.values()].filter(({ held }) => !kept.has(keyOf(held.ref)));
    lost.forEach(({ held }) => this.readings.delete(keyOf(held.ref)));
    if (lost.length === 0) return;
    const given = Promise.all(lost.map(({ held }) => held.ended())).then(() => this.subscriber.revoked?.(lost.map(({ held }) => held.ref)));
    await within(this.patience, given.catch((error: Error) => this.log.warn(error.message)));
  }

  async take(refs: readonly PartitionRef[]): Promise<void> {
    const fresh = refs.filter((ref) => !this.readings.has(keyOf(ref)));
    if (fresh.length === 0) return;
    await this.subscriber.assigned?.(fresh);
    for (const ref of fresh) {
      const reading = { held: new HeldPartition(ref, this.subscriber, this.log), records: this.broker.records(ref), next: this.group.committed.get(keyOf(ref)) ?? 0, paused: false, resting: false };
      this.readings.set(keyOf(ref), reading);
      this.go(reading);
    }
  }

  async pause(ref: PartitionRef): Promise<void> {
    const reading = this.readings.get(keyOf(ref));
    if (reading) reading.paused = true;
  }

  async resume(ref: PartitionRef): Promise<void> {
    const reading = this.readings.get(keyOf(ref));
    if (!reading) return;
    reading.paused = false;
    this.go(reading);
  }

  async seek(ref: PartitionRef, offset: string): Promise<void> {
    const reading = this.readings.get(keyOf(ref));
    if (!reading) return;
    reading.held.move();
    reading.next = Number(offset);
    this.go(reading);
  }

  async commit(ref: PartitionRef, offset: string): Promise<void> {
    this.group.commit(ref, offset);
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.group.leave(this).then(() => { this.broker.changed.off('changed', this.look); }));
  }

  /** Handles what there is, slice after slice; whoever changes something calls it again. */
  private go(reading: Reading): void {
    const { held } = reading;
    const records = this.broker.records(held.ref);
    if (records !== reading.records) Object.assign(reading, { records, next: 0 });
    if (this.readings.get(keyOf(held.ref)) !== reading || reading.paused || reading.resting || held.isBusy || !this.broker.isUp) return;
    const slice = records?.slice(reading.next, reading.next + LARGEST_SLICE) ?? [];
    if (slice.length === 0) return;
    void held.handle(slice).then((outcome) => {
      if (reading.records !== records) return this.go(reading);
      if (outcome === 'done') {
        reading.next += slice.length;
        this.group.commit(held.ref, after(slice.at(-1)!.offset));
      }
      if (outcome !== 'failed') return setImmediate(() => this.go(reading)); // others have their turn
      reading.resting = true;
      return setTimeout(() => {
        reading.resting = false;
        this.go(reading);
      }, held.rest).unref();
    });
  }
}
