import { setTimeout as sleep } from 'node:timers/promises';
import { Admin, ListOffsetTimestamps, ProduceAcks, Producer, type GenericError } from '@platformatic/kafka';
import { TransportClosed, UnknownTopic, WrongTopic } from '../faults.js';
import { keyOf, silent } from '../held-partition.js';
import { LogTransport, type OutRecord, type PartitionLag, type Subscriber, type Subscription, type TopicSpec, type TransportHealth } from '../log-transport.js';
import { within } from '../within.js';
import { mustBeAcknowledged } from './acknowledged.js';
import { checkBrokers } from './check-brokers.js';
import { PLATFORMATIC } from './client-ranges.js';
import { replicas, settingsOf, type KafkaOptions } from './kafka-options.js';
import type { ClientOptions } from './platformatic-member.js';
import { toPlatformatic } from './platformatic-records.js';
import { PlatformaticSubscription } from './platformatic-subscription.js';
import { rounds } from './rounds.js';

const PATIENT = { retries: 5, retryDelay: 500, timeout: 15_000 };
const BRIEF = { retries: 3, retryDelay: 300, timeout: 15_000 };
const [APPEARS_WITHIN, HEALTHY_WITHIN] = [15_000, 3_000]; // ms

/** The log's transport by @platformatic/kafka: the way out, should kafkajs and a broker no longer understand each other. */
export class PlatformaticLogTransport extends LogTransport {
  private readonly client: ClientOptions;
  private readonly subscriptions = new Set<PlatformaticSubscription>();
  private producer: Producer<Buffer, Buffer, Buffer, Buffer> | undefined;
  /** Publishing is one after the other: a retry of one call must not overtake the next. */
  private turn: Promise<unknown> = Promise.resolve();
  private topics = new Map<string, number>();
  private closed = false;

  /** @throws IncompatibleBroker, or a network's error if no broker answers */
  static async open(options: KafkaOptions): Promise<PlatformaticLogTransport> {
    await checkBrokers(options, PLATFORMATIC);
    return new PlatformaticLogTransport(options);
  }

  private constructor(private readonly options: KafkaOptions) {
    super();
    const { clientId, brokers, tls, sasl } = options;
    this.client = {
      clientId, bootstrapBrokers: [...brokers], ...(tls ? { tls } : {}),
      ...(sasl ? { sasl: { ...sasl, mechanism: sasl.mechanism.toUpperCase() as 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512' } } : {}),
    };
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    await this.asAdmin(async (admin) => {
      const brokers = (await admin.metadata({ topics: [] })).brokers.size;
      const there = await partitionsOf(admin, specs.map(({ topic }) => topic));
      for (const { topic, partitions, replicationFactor, settings } of specs.filter((spec) => !there.has(spec.topic))) {
        const copies = replicas(replicationFactor, brokers);
        await admin.createTopics({ topics: [topic], partitions, replicas: copies, configs: settingsOf(settings, copies) }).catch((error: GenericError) => {
          if (!error.findBy?.('apiId', 'TOPIC_ALREADY_EXISTS')) throw error; // somebody else has made it meanwhile
        });
      }
      for (const { topic, partitions } of specs) {
        const actual = there.get(topic) ?? await appears(admin, topic);
        if (actual !== partitions) throw new WrongTopic(topic, actual, partitions);
      }
    });
  }

  publish(batch: readonly OutRecord[]): Promise<void> {
    if (this.closed) return Promise.reject(new TransportClosed());
    const mine = this.turn.then(() => this.publishNow(batch));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async publishNow(batch: readonly OutRecord[]): Promise<void> {
    await this.mustExist(batch);
    for (const round of rounds(batch)) {
      try {
        this.producer ??= new Producer({ ...this.client, ...PATIENT, idempotent: true, acks: ProduceAcks.ALL, autocreateTopics: false, repeatOnStaleMetadata: true });
        const { offsets = [] } = await this.producer.send({ messages: toPlatformatic(round), acks: ProduceAcks.ALL });
        mustBeAcknowledged(round, offsets);
      } catch (error) {
        await this.dropProducer();
        throw error;
      }
    }
  }

  /** The client takes a partition that is not there modulo the number of those that are.
   * @throws UnknownTopic, RangeError */
  private async mustExist(batch: readonly OutRecord[]): Promise<void> {
    const topics = [...new Set(batch.map(({ topic }) => topic))];
    if (topics.some((topic) => !this.topics.has(topic))) this.topics = await this.asAdmin((admin) => partitionsOf(admin, [...new Set([...this.topics.keys(), ...topics])]));
    for (const { topic, partition } of batch) {
      const partitions = this.topics.get(topic);
      if (partitions === undefined) throw new UnknownTopic(topic);
      if (!(partition < partitions)) throw new RangeError(`${topic} has no partition ${partition}.`);
    }
  }

  /** After a failure its sequence numbers are in doubt, and so is what it believes of the cluster. */
  private async dropProducer(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    this.topics.clear();
    await Promise.resolve(producer?.close(true)).catch(() => undefined);
  }

  async subscribe(group: string, topics: readonly string[], subscriber: Subscriber): Promise<Subscription> {
    if (this.closed) throw new TransportClosed();
    const there = await this.asAdmin((admin) => partitionsOf(admin, topics));
    for (const topic of topics) if (!there.has(topic)) throw new UnknownTopic(topic);
    const subscription = new PlatformaticSubscription(this.client, group, topics, subscriber, this.options, () => this.subscriptions.delete(subscription));
    this.subscriptions.add(subscription);
    await subscription.start();
    return subscription;
  }

  /** Of every topic that the group has committed on, or that one of its members reads. */
  async lag(group: string): Promise<readonly PartitionLag[]> {
    return this.asAdmin(async (admin) => {
      const [offsets, groups] = [await admin.listConsumerGroupOffsets({ groups: [group] }), await admin.describeGroups({ groups: [group] })];
      const committed = new Map(offsets.flatMap(({ topics }) => topics.flatMap(({ name, partitions }) =>
        partitions.map(({ partitionIndex, committedOffset }) => [keyOf({ topic: name, partition: partitionIndex }), committedOffset] as const))));
      const read = [...groups.values()].flatMap(({ members }) => [...members.values()].flatMap(({ metadata }) => metadata?.topics ?? []));
      const there = await partitionsOf(admin, [...new Set([...offsets.flatMap(({ topics }) => topics.map(({ name }) => name)), ...read])]);
      const at = async (timestamp: bigint) => {
        const topics = [...there].map(([name, partitions]) => ({ name, partitions: Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, timestamp })) }));
        return topics.length === 0 ? [] : (await admin.listOffsets({ topics })).flatMap(({ name, partitions }) => partitions.map(({ partitionIndex, offset }) => ({ topic: name, partition: partitionIndex, offset })));
      };
      const low = new Map((await at(ListOffsetTimestamps.EARLIEST)).map((each) => [keyOf(each), each.offset]));
      return (await at(ListOffsetTimestamps.LATEST)).map(({ offset, ...ref }) => {
        const [from, begin] = [committed.get(keyOf(ref)) ?? -1n, low.get(keyOf(ref)) ?? 0n];
        return { ...ref, records: Math.max(0, Number(offset - (from < begin ? begin : from))) };
      }).sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
    });
  }

  async health(): Promise<TransportHealth> {
    const ailing = [...this.subscriptions].map(({ ailment }) => ailment).find((ailment) => ailment !== undefined);
    if (ailing) return { ok: false, reason: ailing };
    const seen = await within(HEALTHY_WITHIN, this.asAdmin((admin) => admin.metadata({ topics: [] }))).catch((error: Error) => error);
    if (seen instanceof Error) return { ok: false, reason: `Kafka does not answer: ${seen.message}` };
    return seen ? { ok: true } : { ok: false, reason: `Kafka has not answered within ${HEALTHY_WITHIN / 1_000} s.` };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.turn;
    await this.dropProducer();
  }

  private async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = new Admin({ ...this.client, ...BRIEF });
    admin.on('error', (error: Error) => (this.options.log ?? silent).debug(error.message));
    try {
      return await work(admin);
    } finally {
      await admin.close().catch(() => undefined);
    }
  }
}

/** Of those topics that are there: asked for one that is not, the client fails as a whole. */
const partitionsOf = async (admin: Admin, topics: readonly string[]): Promise<Map<string, number>> => {
  const there = new Set(await admin.listTopics());
  const known = topics.filter((topic) => there.has(topic));
  if (known.length === 0) return new Map();
  const metadata = await admin.metadata({ topics: known, forceUpdate: true });
  return new Map(known.map((topic) => [topic, metadata.topics.get(topic)!.partitionsCount]));
};

/** @returns the number of partitions of a topic that was just made, as soon as it is known */
const appears = async (admin: Admin, topic: string): Promise<number> => {
  for (const end = performance.now() + APPEARS_WITHIN; performance.now() < end; await sleep(50)) {
    const partitions = (await partitionsOf(admin, [topic]).catch(() => undefined))?.get(topic);
    if (partitions !== undefined) return partitions;
  }
  throw new Error(`The topic ${topic} was made, but is not there after ${APPEARS_WITHIN / 1_000} s.`);
};
