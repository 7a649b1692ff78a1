import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin, type KafkaConfig, type Producer, type ProducerRecord } from 'kafkajs';
import { TransportClosed, UnknownTopic, WrongTopic } from '../faults.js';
import { keyOf, silent, type TransportLog } from '../held-partition.js';
import { LogTransport, type OutRecord, type PartitionLag, type Subscriber, type Subscription, type TopicSpec, type TransportHealth } from '../log-transport.js';
import { within } from '../within.js';
import { mustBeAcknowledged } from './acknowledged.js';
import { checkBrokers } from './check-brokers.js';
import { replicas, settingsOf, type KafkaOptions } from './kafka-options.js';
import { KAFKAJS } from './client-ranges.js';
import { toKafkajs } from './kafkajs-records.js';
import { KafkajsSubscription } from './kafkajs-subscription.js';
import { rounds } from './rounds.js';

/** A send gives up after some 6 s: it is the caller who tries again, and knows from where. */
const PATIENT = { initialRetryTime: 100, maxRetryTime: 1_000, factor: 0.2, multiplier: 2, retries: 8 };
const BRIEF = { ...PATIENT, retries: 3 };
const [ANSWERS_WITHIN, HEALTHY_WITHIN] = [15_000, 3_000]; // ms

/** The log's transport by kafkajs, with the traps of that client closed. */
export class KafkajsLogTransport extends LogTransport {
  private readonly kafka: kafkajs.Kafka;
  private readonly subscriptions = new Set<KafkajsSubscription>();
  private readonly log: TransportLog;
  private producer: Producer | undefined;
  /** Publishing is one after the other: a retry of one call must not overtake the next. */
  private turn: Promise<unknown> = Promise.resolve();
  private topics = new Map<string, number>();
  private closed = false;

  /** Looks first whether brokers and client understand each other, which kafkajs itself never does.
   * @throws IncompatibleBroker, or a network's error if no broker answers */
  static async open(options: KafkaOptions): Promise<KafkajsLogTransport> {
    await checkBrokers(options, KAFKAJS);
    return new KafkajsLogTransport(options);
  }

  private constructor(private readonly options: KafkaOptions) {
    super();
    this.log = options.log ?? silent;
    // In its first seconds, and whenever a leader moves, it logs as errors what it then repeats by itself.
    const logCreator: KafkaConfig['logCreator'] = () => ({ namespace, log }) => this.log.debug(`kafkajs ${namespace}: ${log.message}`);
    this.kafka = new kafkajs.Kafka({
      clientId: options.clientId, brokers: [...options.brokers], connectionTimeout: 3_000, requestTimeout: ANSWERS_WITHIN, retry: BRIEF, logCreator, logLevel: kafkajs.logLevel.WARN,
      ...(options.tls ? { ssl: options.tls } : {}), ...(options.sasl ? { sasl: options.sasl as NonNullable<KafkaConfig['sasl']> } : {}),
    });
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    await this.asAdmin(async (admin) => {
      const { brokers } = await admin.describeCluster();
      const there = await partitionsOf(admin);
      const absent = specs.filter(({ topic }) => !there.has(topic));
      if (absent.length > 0) {
        await admin.createTopics({
          timeout: ANSWERS_WITHIN,
          waitForLeaders: false, // which fails when a broker has not yet heard of the topic
          topics: absent.map(({ topic, partitions, replicationFactor, settings }) => {
            const copies = replicas(replicationFactor, brokers.length);
            return { topic, numPartitions: partitions, replicationFactor: copies, configEntries: settingsOf(settings, copies) };
          }),
        });
      }
      for (const { topic, partitions } of specs) {
        const actual = there.get(topic) ?? await appears(admin, topic); // somebody else may have made it meanwhile
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
        const acknowledged = await (await this.connectedProducer()).sendBatch({ acks: -1, topicMessages: toKafkajs(round) as ProducerRecord[] });
        mustBeAcknowledged(round, acknowledged.map(({ topicName, partition }) => ({ topic: topicName, partition })));
      } catch (error) {
        await this.dropProducer();
        throw error;
      }
    }
  }

  /** @throws UnknownTopic, RangeError */
  private async mustExist(batch: readonly OutRecord[]): Promise<void> {
    if (batch.some(({ topic }) => !this.topics.has(topic))) this.topics = await this.asAdmin(partitionsOf);
    for (const { topic, partition } of batch) {
      const partitions = this.topics.get(topic);
      if (partitions === undefined) throw new UnknownTopic(topic);
      if (!(partition < partitions)) throw new RangeError(`${topic} has no partition ${partition}.`);
    }
  }

  private async connectedProducer(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.kafka.producer({ allowAutoTopicCreation: false, idempotent: true, maxInFlightRequests: 1, retry: PATIENT });
    await producer.connect();
    this.producer = producer;
    return producer;
  }

  /** After a failure its sequence numbers are in doubt, and so is what it believes of the cluster. */
  private async dropProducer(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    this.topics.clear();
    await producer?.disconnect().catch(() => undefined);
  }

  async subscribe(group: string, topics: readonly string[], subscriber: Subscriber): Promise<Subscription> {
    if (this.closed) throw new TransportClosed();
    const there = await this.asAdmin(partitionsOf);
    for (const topic of topics) if (!there.has(topic)) throw new UnknownTopic(topic);
    const subscription = new KafkajsSubscription(this.kafka, group, topics, subscriber, this.options, () => this.subscriptions.delete(subscription));
    this.subscriptions.add(subscription);
    await subscription.start();
    return subscription;
  }

  /** Of every topic that the group has committed on, or that one of its members reads. */
  async lag(group: string): Promise<readonly PartitionLag[]> {
    return this.asAdmin(async (admin) => {
      const committed = new Map((await admin.fetchOffsets({ groupId: group })).flatMap(({ topic, partitions }) =>
        partitions.map(({ partition, offset }) => [keyOf({ topic, partition }), { topic, offset: BigInt(offset) }] as const)));
      const { groups } = await admin.describeGroups([group]);
      const read = groups.flatMap(({ members }) => members.flatMap(({ memberMetadata }) => kafkajs.AssignerProtocol.MemberMetadata.decode(memberMetadata)?.topics ?? []));
      const there = await partitionsOf(admin);
      const topics = [...new Set([...[...committed.values()].map(({ topic }) => topic), ...read])].filter((topic) => there.has(topic));
      const lags = await Promise.all(topics.map(async (topic) => (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => {
        const { offset = -1n } = committed.get(keyOf({ topic, partition })) ?? {};
        const from = offset < BigInt(low) ? BigInt(low) : offset;
        return { topic, partition, records: Math.max(0, Number(BigInt(high) - from)) };
      })));
      return lags.flat().sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
    });
  }

  async health(): Promise<TransportHealth> {
    const ailing = [...this.subscriptions].map(({ ailment }) => ailment).find((ailment) => ailment !== undefined);
    if (ailing) return { ok: false, reason: ailing };
    const seen = await within(HEALTHY_WITHIN, this.asAdmin((admin) => admin.describeCluster())).catch((error: Error) => error);
    if (seen instanceof Error) return { ok: false, reason: `Kafka does not answer: ${seen.message}` };
    return seen ? { ok: true } : { ok: false, reason: `Kafka has not answered within ${HEALTHY_WITHIN / 1_000} s.` };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.turn;
    await this.dropProducer();
  }

  /** A connection of its own each time: the client's long-lived ones outlast the broker they lead to. */
  private async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin({ retry: BRIEF });
    try {
      await admin.connect();
      return await work(admin);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}

const partitionsOf = async (admin: Admin): Promise<Map<string, number>> =>
  new Map((await admin.fetchTopicMetadata()).topics.map(({ name, partitions }) => [name, partitions.length]));

/** @returns the number of partitions of a topic that was just made, as soon as it is known */
const appears = async (admin: Admin, topic: string): Promise<number> => {
  for (const end = performance.now() + ANSWERS_WITHIN; performance.now() < end; await sleep(50)) {
    const partitions = (await partitionsOf(admin).catch(() => undefined))?.get(topic); // with an error until each of its partitions has a leader
    if (partitions !== undefined) return partitions;
  }
  throw new Error(`The topic ${topic} was made, but is not there after ${ANSWERS_WITHIN / 1_000} s.`);
};
