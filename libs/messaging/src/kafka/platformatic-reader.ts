import { Consumer, ListOffsetTimestamps, ResponseError } from '@platformatic/kafka';
import { keyOf } from '../held-partition.js';
import type { InRecord, PartitionRef } from '../log-transport.js';
import { LARGEST_FETCH } from './kafka-options.js';
import type { ClientOptions } from './platformatic-member.js';
import { fromPlatformatic, type FetchResponse } from './platformatic-records.js';

const LARGEST_ANSWER = 10 * 1_048_576; // bytes

export interface Place { readonly leader: number; readonly topicId: string }

export interface Wanted extends PartitionRef { readonly topicId: string; readonly offset: bigint }

/** What a fetch says of one partition. */
export type Fetched =
  | { readonly kind: 'records'; readonly records: readonly InRecord[]; readonly next: bigint }
  /** There is nothing at that offset: the log was cut, or the topic made anew. */
  | { readonly kind: 'out-of-range' }
  /** The leader, or the topic, is not where we thought. */
  | { readonly kind: 'elsewhere'; readonly code: number };

const [NO_ERROR, OUT_OF_RANGE] = [0, 1];

/** Reads partitions by offset. A client of its own, which is in no group: a broker answers the requests of one connection one after the other,
 * so that a heartbeat would wait for every long poll before it. */
export class PlatformaticReader {
  private readonly consumer: Consumer;

  constructor(client: ClientOptions, group: string, private readonly topics: readonly string[]) {
    this.consumer = new Consumer({ ...client, groupId: group, retries: 0, autocommit: false, autocreateTopics: false });
    this.consumer.topics.trackAll(...topics);
    this.consumer.on('error', () => undefined); // the request that meets it reports it
  }

  /** Where each partition is led, and under which id its topic goes, by the key of the partition.
   * @throws while a topic is not there */
  async places(): Promise<Map<string, Place>> {
    const { topics } = await this.consumer.metadata({ topics: [...this.topics] });
    return new Map([...topics].flatMap(([topic, { id, partitions }]) => partitions.map(({ leader }, partition) => [keyOf({ topic, partition }), { leader, topicId: id }] as const)));
  }

  /** What it believes of the cluster is in doubt. */
  forget(): void {
    this.consumer.clearMetadata();
  }

  async earliest(refs: readonly PartitionRef[]): Promise<bigint[]> {
    const partitions = Object.fromEntries(this.topics.map((topic) => [topic, refs.filter((ref) => ref.topic === topic).map(({ partition }) => partition)]));
    const topics = this.topics.filter((topic) => partitions[topic]!.length > 0);
    const offsets = await this.consumer.listOffsets({ topics, partitions, timestamp: ListOffsetTimestamps.EARLIEST });
    return refs.map(({ topic, partition }) => offsets.get(topic)![partition]!);
  }

  /** @param maxWait how long the broker may wait for the first record, in milliseconds
   * @returns by the key of the partition */
  async fetch(leader: number, wanted: readonly Wanted[], maxWait: number): Promise<Map<string, Fetched>> {
    const ids = [...new Set(wanted.map(({ topicId }) => topicId))];
    const topics = ids.map((topicId) => ({
      topicId,
      partitions: wanted.filter((each) => each.topicId === topicId)
        .map(({ partition, offset }) => ({ partition, fetchOffset: offset, partitionMaxBytes: LARGEST_FETCH, currentLeaderEpoch: -1, lastFetchedEpoch: -1 })),
    }));
    const response = await this.consumer.fetch({ node: leader, topics, maxWaitTime: maxWait, minBytes: 1, maxBytes: LARGEST_ANSWER }).catch(partial);
    const answers = new Map(response.responses.flatMap(({ topicId, partitions }) => partitions.map((answer) => [`${topicId}/${answer.partitionIndex}`, answer] as const)));
    return new Map(wanted.map((each): [string, Fetched] => {
      const answer = answers.get(`${each.topicId}/${each.partition}`);
      if (!answer) return [keyOf(each), { kind: 'elsewhere', code: response.errorCode }];
      if (answer.errorCode === NO_ERROR) return [keyOf(each), { kind: 'records', ...fromPlatformatic(answer, each.offset) }];
      return [keyOf(each), answer.errorCode === OUT_OF_RANGE ? { kind: 'out-of-range' } : { kind: 'elsewhere', code: answer.errorCode }];
    }));
  }

  async close(): Promise<void> {
    await this.consumer.close(true);
  }
}

/** One partition's error fails the client's whole fetch; what the others brought comes along with the fault. */
const partial = (error: unknown): FetchResponse => {
  const response = error instanceof ResponseError ? (error as ResponseError & { response?: FetchResponse }).response : undefined;
  if (!response) throw error;
  return response;
};
