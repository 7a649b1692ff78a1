import { keyOf, type TransportLog } from './held-partition.js';
import type { PartitionRef } from './log-transport.js';

export interface Commit extends PartitionRef { readonly offset: string }

/** Sends offsets one request at a time, the latest of each partition: what is noted while a request is under way travels in the next. */
export class Commits {
  private due = new Map<string, Commit>();
  private sending: Promise<void> | undefined;

  constructor(private readonly send: (commits: readonly Commit[]) => Promise<void>, private readonly log: TransportLog) {}

  /** Sends it soon. Whether it arrives is not awaited: an offset is a hint. */
  note(ref: PartitionRef, offset: string): void {
    this.now(ref, offset).catch((error: Error) => this.log.debug(`Offsets were not committed: ${error.message}`));
  }

  /** Returns when it has arrived. @throws what the request failed with */
  async now(ref: PartitionRef, offset: string): Promise<void> {
    this.due.set(keyOf(ref), { topic: ref.topic, partition: ref.partition, offset });
    await this.flush();
  }

  /** What was noted of it and not yet sent is no longer true. */
  forget(ref: PartitionRef): void {
    this.due.delete(keyOf(ref));
  }

  /** Returns when all that was noted has been sent. @throws what the last request failed with */
  async flush(): Promise<void> {
    while (this.sending) await this.sending.catch(() => undefined);
    if (this.due.size === 0) return;
    const commits = [...this.due.values()];
    this.due = new Map();
    const restore = () => commits.filter((commit) => !this.due.has(keyOf(commit))).forEach((commit) => this.due.set(keyOf(commit), commit));
    this.sending = this.send(commits).catch((error: unknown) => { restore(); throw error; }).finally(() => { this.sending = undefined; });
    await this.sending;
  }
}
