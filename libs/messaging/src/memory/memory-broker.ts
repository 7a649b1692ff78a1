import { EventEmitter } from 'node:events';
import { UnknownTopic, WrongTopic } from '../faults.js';
import { keyOf } from '../held-partition.js';
import type { InRecord, PartitionRef, TopicSpec } from '../log-transport.js';
import { MemoryGroup } from './memory-group.js';

/** What a producer hands in; a foreign one may leave out what ours never does. */
export type Put = Omit<InRecord, 'offset'>;

interface Topic { readonly partitions: readonly InRecord[][] }

/** What the transports of one test share, as processes share a broker: topics, groups, and whether it is up. */
export class MemoryBroker {
  /** Something to look at again: records, the broker's return, a topic gone or made. */
  readonly changed = new EventEmitter().setMaxListeners(0);
  private readonly topics = new Map<string, Topic>();
  private readonly groups = new Map<string, MemoryGroup>();
  private up = true;

  get isUp(): boolean {
    return this.up;
  }

  /** Nothing is taken and nothing delivered until `start`; what was taken stays. */
  stop(): void {
    this.up = false;
  }

  start(): void {
    this.up = true;
    this.changed.emit('changed');
  }

  ensureTopic({ topic, partitions }: TopicSpec): void {
    const there = this.topics.get(topic);
    if (there && there.partitions.length !== partitions) throw new WrongTopic(topic, there.partitions.length, partitions);
    if (there) return;
    this.topics.set(topic, { partitions: Array.from({ length: partitions }, () => []) });
    this.changed.emit('changed');
  }

  /** With all that was committed on it. */
  deleteTopic(topic: string): void {
    this.topics.delete(topic);
    for (const group of this.groups.values()) group.forget(topic);
    this.changed.emit('changed');
  }

  /** @throws UnknownTopic */
  partitionsOf(topic: string): number {
    const found = this.topics.get(topic);
    if (!found) throw new UnknownTopic(topic);
    return found.partitions.length;
  }

  put(ref: PartitionRef, { key, value, headers }: Put): void {
    const records = this.records(ref);
    if (!records) throw new UnknownTopic(ref.topic);
    records.push({ key: key && Uint8Array.from(key), value: value && Uint8Array.from(value), headers: { ...headers }, offset: String(records.length) });
    this.changed.emit('changed');
  }

  /** The very list that grows; another one after the topic was made anew. */
  records({ topic, partition }: PartitionRef): InRecord[] | undefined {
    return this.topics.get(topic)?.partitions[partition];
  }

  group(name: string): MemoryGroup {
    const known = this.groups.get(name) ?? new MemoryGroup(this);
    this.groups.set(name, known);
    return known;
  }

  /** All partitions of these topics that are there. */
  refs(topics: readonly string[]): PartitionRef[] {
    return topics.flatMap((topic) => (this.topics.get(topic)?.partitions ?? []).map((_, partition) => ({ topic, partition })));
  }

  lag(name: string): (PartitionRef & { records: number })[] {
    const group = this.group(name);
    return this.refs(group.topics).map((ref) => ({ ...ref, records: this.records(ref)!.length - (group.committed.get(keyOf(ref)) ?? 0) }));
  }
}
