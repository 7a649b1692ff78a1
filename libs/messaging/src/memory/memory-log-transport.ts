import { setImmediate as turn } from 'node:timers/promises';
import { TransportClosed } from '../faults.js';
import { silent, type TransportLog } from '../held-partition.js';
import { LogTransport, type OutRecord, type PartitionLag, type Subscriber, type Subscription, type TopicSpec, type TransportHealth } from '../log-transport.js';
import { MemoryBroker } from './memory-broker.js';
import { MemoryMember } from './memory-member.js';

/** The transport in memory: the same behaviour as over Kafka, proved by the same suite. For specs that need no broker, and to take one away from them. */
export class MemoryLogTransport extends LogTransport {
  private closed = false;
  private readonly members = new Set<MemoryMember>();
  private readonly patience: number;
  private readonly log: TransportLog;

  /** @param broker shared with the transports that stand for other processes */
  constructor(readonly broker: MemoryBroker = new MemoryBroker(), { patience = 2_000, log = silent }: { patience?: number; log?: TransportLog } = {}) {
    super();
    this.patience = patience;
    this.log = log;
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    this.mustBeUp();
    specs.forEach((spec) => this.broker.ensureTopic(spec));
  }

  async publish(batch: readonly OutRecord[]): Promise<void> {
    if (this.closed) throw new TransportClosed();
    this.mustBeUp();
    for (const { topic, partition } of batch) {
      if (!(partition < this.broker.partitionsOf(topic))) throw new RangeError(`${topic} has no partition ${partition}.`);
    }
    batch.forEach((record) => this.broker.put(record, record));
    await turn(); // an answer takes its time
  }

  async subscribe(group: string, topics: readonly string[], subscriber: Subscriber): Promise<Subscription> {
    if (this.closed) throw new TransportClosed();
    this.mustBeUp();
    topics.forEach((topic) => this.broker.partitionsOf(topic));
    const member = new MemoryMember(this.broker, group, topics, subscriber, this.patience, this.log);
    this.members.add(member);
    await this.broker.group(group).join(member);
    return member;
  }

  async lag(group: string): Promise<readonly PartitionLag[]> {
    this.mustBeUp();
    return this.broker.lag(group);
  }

  async health(): Promise<TransportHealth> {
    return this.broker.isUp ? { ok: true } : { ok: false, reason: 'The broker is down.' };
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.members].map((member) => member.stop()));
  }

  private mustBeUp(): void {
    if (!this.broker.isUp) throw new Error('The broker is down.');
  }
}
