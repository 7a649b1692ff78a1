import { Consumer, type ConsumerOptions } from '@platformatic/kafka';
import type { PartitionRef } from '../log-transport.js';
import { within } from '../within.js';
import type { Commit } from '../commits.js';

export type ClientOptions = Pick<ConsumerOptions<Buffer, Buffer, Buffer, Buffer>, 'clientId' | 'bootstrapBrokers' | 'tls' | 'sasl'>;

const LEAVES_WITHIN = 1_000; // ms

export interface MemberEvents {
  assigned(refs: readonly PartitionRef[]): void;
  /** It is of no use any more. */
  lost(error: Error): void;
}

/** One life of a member of a group. The client stops its heartbeats for good after any failed one, keeps asking a coordinator that has moved, and
 * asks for the metadata of all its topics before each heartbeat, so that a deleted one ends them too: then this one is lost, and its owner makes another. */
export class PlatformaticMember {
  private readonly consumer: Consumer;
  private isLost = false;

  constructor(client: ClientOptions, group: string, private readonly topics: readonly string[], times: { sessionTimeout: number; heartbeatInterval: number }, private readonly events: MemberEvents) {
    this.consumer = new Consumer({ ...client, groupId: group, ...times, rebalanceTimeout: times.sessionTimeout, retries: 2, retryDelay: 200, autocommit: false, autocreateTopics: false });
    this.consumer.topics.trackAll(...topics);
    this.consumer.on('consumer:group:join', ({ assignments }) => {
      if (!this.isLost) events.assigned((assignments ?? []).flatMap(({ topic, partitions }) => partitions.map((partition) => ({ topic, partition }))));
    });
    this.consumer.on('consumer:heartbeat:error', ({ error }) => this.lose(error));
    this.consumer.on('error', (error: Error) => this.lose(error));
  }

  /** @throws what the client says; this one is then of no use */
  async join(): Promise<void> {
    await this.consumer.joinGroup({});
  }

  /** Where the group stands on these partitions; undefined where it has never committed. */
  async committed(refs: readonly PartitionRef[]): Promise<(bigint | undefined)[]> {
    const topics = this.topics.map((topic) => ({ topic, partitions: refs.filter((ref) => ref.topic === topic).map(({ partition }) => partition) })).filter(({ partitions }) => partitions.length > 0);
    const offsets = await this.consumer.listCommittedOffsets({ topics });
    return refs.map(({ topic, partition }) => {
      const offset = offsets.get(topic)?.[partition];
      return offset === undefined || offset < 0n ? undefined : offset;
    });
  }

  async commit(commits: readonly Commit[]): Promise<void> {
    await this.consumer.commit({ offsets: commits.map(({ topic, partition, offset }) => ({ topic, partition, offset: BigInt(offset), leaderEpoch: -1 })) });
  }

  /** Leaves the group, if its coordinator still hears it, and closes. */
  async end(): Promise<void> {
    this.isLost = true;
    await within(LEAVES_WITHIN, Promise.resolve(this.consumer.leaveGroup(true))).catch(() => undefined);
    await within(LEAVES_WITHIN, Promise.resolve(this.consumer.close(true))).catch(() => undefined);
  }

  private lose(error: Error): void {
    if (this.isLost) return;
    this.isLost = true;
    this.events.lost(error);
  }
}
