import { Commits } from '../commits.js';
import { after, keyOf, LARGEST_SLICE, silent, type TransportLog } from '../held-partition.js';
import { Holdings, type Held, type Hold } from '../holdings.js';
import type { InRecord, PartitionRef, Subscriber, Subscription } from '../log-transport.js';
import { within } from '../within.js';
import { heartbeatInterval, LONG_POLL, PATIENCE, SESSION_TIMEOUT, type KafkaOptions } from './kafka-options.js';
import { PlatformaticMember, type ClientOptions } from './platformatic-member.js';
import { PlatformaticReader, type Fetched, type Wanted } from './platformatic-reader.js';

const [FIRST_RESTART, LONGEST_RESTART] = [200, 5_000]; // ms
const [SHORT_POLL, LOOK_AGAIN] = [50, 200]; // ms
const LEAVES_WITHIN = 1_500; // ms

/** Where to go on reading a partition, and in which topic of that name. */
interface Cursor { next: bigint; topicId: string | undefined }

/** One member of a group by @platformatic/kafka: its group protocol, and fetches of our own, one at a time from each broker. */
export class PlatformaticSubscription implements Subscription {
  /** Why it is not reading at present: a sentence for an operator. */
  ailment: string | undefined;
  private member: PlatformaticMember | undefined;
  private readonly reader: PlatformaticReader;
  private readonly holdings: Holdings;
  private readonly cursors = new Map<Held, Cursor>();
  private readonly commits: Commits;
  private readonly log: TransportLog;
  private readonly fetching = new Set<number>();
  private restarts = 0;
  private restarting: NodeJS.Timeout | undefined;
  private looking: NodeJS.Timeout | undefined;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly client: ClientOptions, private readonly group: string, private readonly topics: readonly string[], subscriber: Subscriber,
    private readonly options: KafkaOptions, private readonly onStopped: () => void,
  ) {
    this.log = options.log ?? silent;
    this.holdings = new Holdings(subscriber, this.log);
    this.reader = new PlatformaticReader(client, group, topics);
    this.commits = new Commits(async (commits) => {
      if (!this.member) throw new Error(`${group} is not connected at present.`);
      await this.member.commit(commits);
    }, this.log);
  }

  /** Returns when it has joined the group, or has failed to and goes on trying. */
  async start(): Promise<void> {
    await this.join().catch((error: Error) => this.restart(`The member of ${this.group} cannot join yet: ${error.message}`));
  }

  private async join(): Promise<void> {
    const sessionTimeout = this.options.sessionTimeout ?? SESSION_TIMEOUT;
    const member: PlatformaticMember = new PlatformaticMember(this.client, this.group, this.topics, { sessionTimeout, heartbeatInterval: heartbeatInterval(sessionTimeout) }, {
      assigned: (refs) => { if (this.member === member) this.assigned(member, refs); },
      lost: (error) => { if (this.member === member) this.restart(`The member of ${this.group} has lost its group and joins again: ${error.message}`); },
    });
    this.member = member;
    try {
      await member.join();
    } catch (error) {
      if (this.member === member) this.member = undefined;
      await member.end();
      throw error;
    }
    if (this.stopped) await member.end(); // while we were joining
  }

  private assigned(member: PlatformaticMember, refs: readonly PartitionRef[]): void {
    this.ailment = undefined;
    this.restarts = 0;
    const fresh = this.holdings.hold(refs);
    for (const held of this.cursors.keys()) if (!this.holdings.has(held)) this.cursors.delete(held);
    if (fresh.length === 0) return this.look();
    for (const ready of new Set(fresh.map((held) => held.ready))) { // one that waits for its old call keeps no other waiting
      this.placeCursors(member, fresh.filter((held) => held.ready === ready)).then(() => this.look(), (error: Error) => {
        if (this.member === member) this.restart(`The member of ${this.group} did not learn where to begin: ${error.message}`);
      });
    }
  }

  private async placeCursors(member: PlatformaticMember, fresh: readonly Held[]): Promise<void> {
    await Promise.all(fresh.map(({ ready }) => ready)); // a call from before may yet commit
    await this.commits.flush().catch(() => undefined);
    const committed = await member.committed(fresh.map(({ partition }) => partition.ref));
    const without = fresh.filter((_, index) => committed[index] === undefined);
    const earliest = without.length > 0 ? await this.reader.earliest(without.map(({ partition }) => partition.ref)) : [];
    fresh.forEach((held, index) => {
      if (this.holdings.has(held)) this.cursors.set(held, { next: committed[index] ?? earliest[without.indexOf(held)]!, topicId: undefined });
    });
  }

  private restart(why: string): void {
    if (this.stopped) return;
    this.ailment = why;
    this.log.warn(why);
    const { member } = this;
    this.member = undefined;
    this.holdings.hold([]);
    this.cursors.clear();
    this.reader.forget();
    void member?.end();
    const rest = Math.min(LONGEST_RESTART, FIRST_RESTART * 2 ** this.restarts);
    this.restarts += 1;
    this.restarting = setTimeout(() => void this.start(), rest * (0.75 + Math.random() / 2));
  }

  /** Fetches what may be fetched and is not; whoever changes that calls it. */
  private look(): void {
    if (this.stopped) return;
    clearTimeout(this.looking);
    this.fetchAll().catch((error: Error) => {
      this.log.debug(`${this.group}: ${error.message}`);
      this.lookLater();
    });
  }

  private lookLater(): void {
    if (this.stopped) return;
    this.reader.forget();
    clearTimeout(this.looking);
    this.looking = setTimeout(() => this.look(), LOOK_AGAIN);
  }

  private async fetchAll(): Promise<void> {
    if (this.cursors.size === 0) return;
    const places = await this.reader.places();
    const wanted = new Map<number, Wanted[]>();
    // What is held back for a moment should not have to wait for a long poll of the others.
    const maxWait = [...this.cursors.keys()].some(({ holds }) => holds.has('busy') || holds.has('resting')) ? SHORT_POLL : LONG_POLL;
    for (const [held, cursor] of this.cursors) {
      const { ref } = held.partition;
      const place = places.get(keyOf(ref));
      if (!place || held.holds.size > 0 || held.partition.isBusy) continue;
      if (cursor.topicId !== undefined && cursor.topicId !== place.topicId) cursor.next = 0n; // another topic by the same name
      cursor.topicId = place.topicId;
      wanted.set(place.leader, [...(wanted.get(place.leader) ?? []), { ...ref, topicId: place.topicId, offset: cursor.next }]);
    }
    for (const [leader, partitions] of wanted) if (!this.fetching.has(leader)) void this.fetchFrom(leader, partitions, maxWait);
  }

  private async fetchFrom(leader: number, wanted: readonly Wanted[], maxWait: number): Promise<void> {
    this.fetching.add(leader);
    try {
      const fetched = await this.reader.fetch(leader, wanted, maxWait);
      const outcomes = await Promise.all(wanted.map((each) => this.take(each, fetched.get(keyOf(each))!)));
      this.fetching.delete(leader);
      if (outcomes.includes(false)) this.lookLater();
      else this.look();
    } catch (error) {
      this.fetching.delete(leader);
      this.log.debug(`${this.group}: ${(error as Error).message}`);
      this.lookLater();
    }
  }

  /** @returns false if the metadata are out of date. A call that lasts is not waited for. */
  private async take({ topicId, offset, ...ref }: Wanted, fetched: Fetched): Promise<boolean> {
    const held = this.holdings.get(ref);
    const cursor = held && this.cursors.get(held);
    if (!held || !cursor || cursor.next !== offset || cursor.topicId !== topicId || this.stopped) return true;
    switch (fetched.kind) {
      case 'elsewhere':
        return false;
      case 'out-of-range':
        [cursor.next] = await this.reader.earliest([ref]) as [bigint];
        return true;
      case 'records':
        await within(PATIENCE, this.deal(held, cursor, fetched.records, fetched.next));
        return true;
    }
  }

  /** Deals with all that was fetched, slice after slice; meanwhile it is not fetched again. */
  private async deal(held: Held, cursor: Cursor, records: readonly InRecord[], next: bigint): Promise<void> {
    held.holds.add('busy');
    const isHindered = () => this.stopped !== undefined || !this.holdings.has(held) || [...held.holds].some((hold) => hold !== 'busy');
    for (let at = 0; at < records.length && !isHindered(); at += LARGEST_SLICE) {
      const slice = records.slice(at, at + LARGEST_SLICE);
      const outcome = await held.partition.handle(slice);
      if (outcome === 'failed') this.rest(held);
      if (outcome !== 'done') return this.release(held, 'busy');
      const end = after(slice.at(-1)!.offset);
      cursor.next = BigInt(end);
      this.commits.note(held.partition.ref, end);
    }
    if (!isHindered() && cursor.next < next) cursor.next = next; // beyond the broker's own marks
    this.release(held, 'busy');
  }

  private rest(held: Held): void {
    held.holds.add('resting');
    setTimeout(() => this.release(held, 'resting'), held.partition.rest).unref();
  }

  private release(held: Held, hold: Hold): void {
    held.holds.delete(hold);
    this.look();
  }

  async pause(ref: PartitionRef): Promise<void> {
    this.holdings.get(ref)?.holds.add('asked');
  }

  async resume(ref: PartitionRef): Promise<void> {
    const held = this.holdings.get(ref);
    if (held) this.release(held, 'asked');
  }

  async seek(ref: PartitionRef, offset: string): Promise<void> {
    const held = this.holdings.get(ref);
    const cursor = held && this.cursors.get(held);
    if (!cursor) return;
    held.partition.move();
    this.commits.forget(ref);
    cursor.next = BigInt(offset);
    this.look();
  }

  commit(ref: PartitionRef, offset: string): Promise<void> {
    return this.commits.now(ref, offset);
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  private async end(): Promise<void> {
    clearTimeout(this.restarting);
    clearTimeout(this.looking);
    await this.holdings.ended();
    await within(LEAVES_WITHIN, this.commits.flush()).catch(() => undefined);
    this.holdings.hold([]);
    const { member } = this;
    this.member = undefined;
    await member?.end();
    await within(LEAVES_WITHIN, this.reader.close()).catch(() => undefined);
    await this.holdings.left();
    this.onStopped();
  }
}
