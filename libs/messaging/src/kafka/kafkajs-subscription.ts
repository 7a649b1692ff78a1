import type { Consumer, ConsumerGroupJoinEvent, EachBatchPayload, Kafka } from 'kafkajs';
import { Commits } from '../commits.js';
import { after, LARGEST_SLICE, silent, type Outcome, type TransportLog } from '../held-partition.js';
import { Holdings, type Held, type Hold } from '../holdings.js';
import type { PartitionRef, Subscriber, Subscription } from '../log-transport.js';
import { within } from '../within.js';
import { heartbeatInterval, LARGEST_FETCH, LONG_POLL, PATIENCE, SESSION_TIMEOUT, type KafkaOptions } from './kafka-options.js';
import { fromKafkajs } from './kafkajs-records.js';

const [FIRST_RESTART, LONGEST_RESTART] = [200, 5_000]; // ms
const LEAVES_WITHIN = 1_500; // ms

/** One member of a group by kafkajs. Its consumer is thrown away and made anew whenever it crashes, which it does for good on some errors.
 * A slice is handled inside `eachBatch`, so that a rebalance waits for it, but only for a while: after that its partition is paused and it
 * goes on beside the loop, which sends the heartbeats and serves the others. */
export class KafkajsSubscription implements Subscription {
  /** Why it is not reading at present: a sentence for an operator. */
  ailment: string | undefined;
  private consumer: Consumer | undefined;
  private readonly holdings: Holdings;
  private readonly commits: Commits;
  private readonly log: TransportLog;
  private restarts = 0;
  private restarting: NodeJS.Timeout | undefined;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly kafka: Kafka, private readonly group: string, private readonly topics: readonly string[], subscriber: Subscriber,
    private readonly options: KafkaOptions, private readonly onStopped: () => void,
  ) {
    this.log = options.log ?? silent;
    this.holdings = new Holdings(subscriber, this.log);
    this.commits = new Commits(async (commits) => {
      if (!this.consumer) throw new Error(`${group} is not connected at present.`);
      await this.consumer.commitOffsets(commits.map((commit) => ({ ...commit })));
    }, this.log);
  }

  /** Returns when it has joined the group, or has failed to and goes on trying. */
  async start(): Promise<void> {
    await this.run().catch((error: Error) => this.restart(`The consumer of ${this.group} cannot connect yet: ${error.message}`));
  }

  private async run(): Promise<void> {
    const sessionTimeout = this.options.sessionTimeout ?? SESSION_TIMEOUT;
    const consumer = this.kafka.consumer({
      groupId: this.group, sessionTimeout, rebalanceTimeout: sessionTimeout, heartbeatInterval: heartbeatInterval(sessionTimeout), allowAutoTopicCreation: false, metadataMaxAge: 30_000,
      minBytes: 1, maxWaitTimeInMs: LONG_POLL, maxBytesPerPartition: LARGEST_FETCH,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, factor: 0.2, multiplier: 2, retries: 5, restartOnFailure: async () => false }, // it is we who restart
    });
    this.consumer = consumer;
    consumer.on(consumer.events.GROUP_JOIN, (event) => { if (this.consumer === consumer) this.assigned(event); });
    consumer.on(consumer.events.CRASH, ({ payload: { error } }) => { if (this.consumer === consumer) this.restart(`The consumer of ${this.group} has stopped and is made anew: ${error.message}`); });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...this.topics], fromBeginning: true });
    } catch (error) {
      this.consumer = undefined;
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: 256, eachBatch: (payload) => this.eachBatch(consumer, payload) });
    if (this.stopped) await consumer.disconnect(); // while we were joining
  }

  private assigned({ payload: { memberAssignment } }: ConsumerGroupJoinEvent): void {
    this.ailment = undefined;
    this.restarts = 0;
    this.hold(Object.entries(memberAssignment).flatMap(([topic, partitions]) => partitions.map((partition) => ({ topic, partition }))));
  }

  private hold(refs: readonly PartitionRef[]): void {
    this.holdings.hold(refs);
    this.holdings.all().forEach((held) => this.fetchOrNot(held)); // the client remembers pauses of an earlier time
  }

  private restart(why: string): void {
    if (this.stopped) return;
    this.ailment = why;
    this.log.warn(why);
    this.consumer = undefined;
    this.hold([]);
    const rest = Math.min(LONGEST_RESTART, FIRST_RESTART * 2 ** this.restarts);
    this.restarts += 1;
    this.restarting = setTimeout(() => void this.start(), rest * (0.75 + Math.random() / 2));
  }

  /** Never throws: what a subscriber throws is dealt with here, and what the client then repeats is what was not resolved. */
  private async eachBatch(consumer: Consumer, { batch, resolveOffset, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const until = performance.now() + PATIENCE;
    const left = () => Math.max(0, until - performance.now());
    const ready = this.holdings.get(batch)?.ready;
    if (!ready || !await within(left(), ready.then(() => true))) return;
    for (let at = 0; at < batch.messages.length; at += LARGEST_SLICE) {
      const held = this.holdings.get(batch);
      const isOurs = this.consumer === consumer && !this.stopped && isRunning() && !isStale();
      if (!held || !isOurs || held.holds.size > 0 || held.partition.isBusy || (at > 0 && left() === 0)) return;
      const slice = batch.messages.slice(at, at + LARGEST_SLICE).map(fromKafkajs);
      const last = slice.at(-1)!.offset;
      const handled = held.partition.handle(slice);
      const outcome = await within(left(), handled);
      if (outcome === undefined) return this.letGoOn(held, handled, after(last));
      if (outcome === 'done') {
        if (this.holdings.has(held)) resolveOffset(last); // of what is no longer ours, the client has no place to note it
        this.commits.note(held.partition.ref, after(last));
      }
      if (outcome === 'failed') return this.rest(held);
      if (outcome === 'moved') return;
    }
  }

  /** The loop goes on without this partition until its call has ended. */
  private letGoOn(held: Held, handled: Promise<Outcome>, next: string): void {
    this.addHold(held, 'busy');
    void handled.then((outcome) => {
      if (outcome === 'done') {
        this.commits.note(held.partition.ref, next);
        if (this.holdings.has(held)) this.seekTo(held.partition.ref, next);
      }
      if (outcome === 'failed') this.rest(held);
      this.removeHold(held, 'busy');
    });
  }

  private rest(held: Held): void {
    this.addHold(held, 'resting');
    setTimeout(() => this.removeHold(held, 'resting'), held.partition.rest).unref();
  }

  private addHold(held: Held, hold: Hold): void {
    held.holds.add(hold);
    this.fetchOrNot(held);
  }

  private removeHold(held: Held, hold: Hold): void {
    held.holds.delete(hold);
    this.fetchOrNot(held);
  }

  private fetchOrNot(held: Held): void {
    if (!this.holdings.has(held)) return;
    const { topic, partition } = held.partition.ref;
    this.tell((consumer) => (held.holds.size > 0 ? consumer.pause : consumer.resume)([{ topic, partitions: [partition] }]));
  }

  private seekTo({ topic, partition }: PartitionRef, offset: string): void {
    this.tell((consumer) => consumer.seek({ topic, partition, offset }));
  }

  /** The client throws while it is between two runs, when there is nothing to tell. */
  private tell(what: (consumer: Consumer) => void): void {
    try {
      if (this.consumer) what(this.consumer);
    } catch (error) {
      this.log.debug((error as Error).message);
    }
  }

  async pause(ref: PartitionRef): Promise<void> {
    const held = this.holdings.get(ref);
    if (held) this.addHold(held, 'asked');
  }

  async resume(ref: PartitionRef): Promise<void> {
    const held = this.holdings.get(ref);
    if (held) this.removeHold(held, 'asked');
  }

  async seek(ref: PartitionRef, offset: string): Promise<void> {
    const held = this.holdings.get(ref);
    if (!held) return;
    held.partition.move();
    this.commits.forget(ref);
    this.seekTo(ref, offset);
  }

  commit(ref: PartitionRef, offset: string): Promise<void> {
    return this.commits.now(ref, offset);
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  private async end(): Promise<void> {
    clearTimeout(this.restarting);
    await this.holdings.ended();
    await within(LEAVES_WITHIN, this.commits.flush()).catch(() => undefined);
    const { consumer } = this;
    this.hold([]);
    this.consumer = undefined;
    await within(LEAVES_WITHIN, consumer?.disconnect() ?? Promise.resolve()).catch((error: Error) => this.log.debug(error.message));
    await this.holdings.left();
    this.onStopped();
  }
}
