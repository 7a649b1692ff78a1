import type { InRecord, LogTransport, OutRecord, PartitionRef, Subscriber, TopicSpec } from '@vouchsafe/messaging';
import { setTimeout as sleep } from 'node:timers/promises';

/** A transport under test. */
export interface TransportUnderTest {
  /** The session for K5, in milliseconds: short for what has none. */
  readonly session: number;
  /** Another process's transport to the same broker. @param sessionTimeout milliseconds */
  open(options?: { sessionTimeout?: number }): Promise<LogTransport>;
  /** Writes as a producer that is none of ours. */
  put(ref: PartitionRef, record: { key: Uint8Array | null; value: Uint8Array | null; headers: Record<string, Uint8Array | string> }): Promise<void>;
  deleteTopic(topic: string): Promise<void>;
  /** A broker of its own that can be taken away. */
  frail(): Promise<FrailBroker>;
  close(): Promise<void>;
}

export interface FrailBroker {
  open(options?: { sessionTimeout?: number }): Promise<LogTransport>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What each part of the suite is handed. */
export interface Subject {
  open: TransportUnderTest['open'];
  under(): TransportUnderTest;
  /** A topic of its own, made. */
  topic(partitions?: number): Promise<TopicSpec>;
  group(): string;
}

/** VOUCHSAFE_TRANSPORT_FULL=1 runs K5, K10, K11 and K13 at their full lengths: a session of 30 s, an outage of 30 s, members that come and go
 * every 2 s for a minute with progress in every 10 s, a stop within 2 s. Otherwise the same things happen, only sooner, and nothing is timed. */
export const isFull = process.env['VOUCHSAFE_TRANSPORT_FULL'] === '1';

/** Whoever names a broker for the tests wants no other on this machine, and that one is not ours to stop: K10 is not run there. */
export const hasFrailBroker = !process.env['KAFKA_BROKERS'];

export const SESSION = isFull ? 30_000 : 10_000; // ms, for K5

/** Long enough for a slow machine that does much else. */
export const PATIENT = 90_000;

/** Waits until it is so. @throws Error that says what was waited for */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>, limit = PATIENT): Promise<void> => {
  for (const end = performance.now() + limit; !await isSo(); await sleep(10)) if (performance.now() > end) throw new Error(`Not within ${limit / 1_000} s: ${what}.`);
};

/** Something that others wait for. */
export const gate = () => {
  let open: () => void = () => {};
  const passed = new Promise<void>((done) => { open = done; });
  return { passed, open };
};

export const text = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString();

/** A record that says only its name. */
export const out = ({ topic }: TopicSpec, partition: number, value: string | Uint8Array, more: Partial<OutRecord> = {}): OutRecord =>
  ({ topic, partition, key: Buffer.from(`key-${partition}`), value: typeof value === 'string' ? Buffer.from(value) : value, headers: {}, ...more });

export const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A subscriber that remembers everything, and may be made to wait or to fail. */
export class Collector implements Subscriber {
  readonly all: { partition: number; record: InRecord }[] = [];
  readonly held = new Set<number>();
  readonly revocations: number[] = [];
  readonly running = new Map<number, number>();
  mostAtOnce = 0;
  overlapped = false;
  calls = 0;

  constructor(private readonly during: (partition: number, batch: readonly InRecord[]) => Promise<void> | void = () => {}) {}

  async assigned(refs: readonly PartitionRef[]): Promise<void> {
    refs.forEach(({ partition }) => this.held.add(partition));
  }

  async records({ partition }: PartitionRef, batch: readonly InRecord[]): Promise<void> {
    this.calls += 1;
    this.running.set(partition, (this.running.get(partition) ?? 0) + 1);
    this.overlapped ||= this.running.get(partition)! > 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, [...this.running.values()].reduce((sum, count) => sum + count, 0));
    try {
      await this.during(partition, batch);
      this.all.push(...batch.map((record) => ({ partition, record })));
    } finally {
      this.running.set(partition, this.running.get(partition)! - 1);
    }
  }

  async revoked(refs: readonly PartitionRef[]): Promise<void> {
    for (const { partition } of refs) {
      if ((this.running.get(partition) ?? 0) > 0) throw new Error(`Partition ${partition} was revoked while its call was running.`);
      this.held.delete(partition);
      this.revocations.push(partition);
    }
  }

  /** What was dealt with of a partition, in the order of its coming. */
  of(partition: number): string[] {
    return this.all.filter((each) => each.partition === partition).map(({ record }) => text(record.value));
  }

  get count(): number {
    return this.all.length;
  }

  /** How many different ones: a delivery at least once may go back a little, and does on a machine that stalls. */
  get kinds(): number {
    return new Set(this.all.map(({ partition, record }) => `${partition}/${record.offset}`)).size;
  }
}

/** Without what came again: an at-least-once delivery may go back, and must not leave out. */
export const withoutRepeats = (values: readonly string[]): string[] => [...new Set(values)];
