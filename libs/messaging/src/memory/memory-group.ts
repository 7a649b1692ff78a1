import { keyOf } from '../held-partition.js';
import type { PartitionRef } from '../log-transport.js';
import type { MemoryBroker } from './memory-broker.js';
import type { MemoryMember } from './memory-member.js';

/** Who reads together: which member holds what, and how far they have come. */
export class MemoryGroup {
  readonly committed = new Map<string, number>();
  private readonly members = new Set<MemoryMember>();
  private readonly known = new Set<string>();
  private rebalanced: Promise<void> = Promise.resolve();

  constructor(private readonly broker: MemoryBroker) {}

  /** Every topic that a member has ever asked for, or that was committed on. */
  get topics(): readonly string[] {
    return [...this.known];
  }

  join(member: MemoryMember): Promise<void> {
    member.topics.forEach((topic) => this.known.add(topic));
    return this.rebalance(() => this.members.add(member));
  }

  leave(member: MemoryMember): Promise<void> {
    return this.rebalance(() => this.members.delete(member), member);
  }

  forget(topic: string): void {
    for (const key of this.committed.keys()) if (key.startsWith(`${topic}/`)) this.committed.delete(key);
  }

  /** First everybody gives up what goes to others, then everybody takes what is theirs: nobody holds what another still does. */
  private rebalance(change: () => void, leaving?: MemoryMember): Promise<void> {
    this.rebalanced = this.rebalanced.then(async () => {
      change();
      const shares = this.share();
      await Promise.all([...this.members, ...(leaving ? [leaving] : [])].map((member) => member.keepOnly(shares.get(member) ?? [])));
      await Promise.all([...this.members].map((member) => member.take(shares.get(member) ?? [])));
    });
    return this.rebalanced;
  }

  private share(): Map<MemoryMember, PartitionRef[]> {
    const shares = new Map<MemoryMember, PartitionRef[]>();
    for (const topic of this.known) {
      const readers = [...this.members].filter(({ topics }) => topics.includes(topic));
      this.broker.refs([topic]).forEach((ref, at) => {
        const reader = readers[at % readers.length];
        if (reader) shares.set(reader, [...(shares.get(reader) ?? []), ref]);
      });
    }
    return shares;
  }

  commit(ref: PartitionRef, offset: string): void {
    this.committed.set(keyOf(ref), Number(offset));
  }
}
