import type { Database } from '@vouchsafe/access';
import { noCrashPoints, type CrashPoints, type EventStore, type Wakeups } from '@vouchsafe/event-store';
import { readEvent, type AnyEvent, type EventCatalogue, type Position, type Recorded, type TenantId } from '@vouchsafe/event-schema';
import { GapInLog, isPassing, Lanes, LogFeed, LogPages, NotOfThisLog, reasonOf, type FedEvent, type Feed, type Folding, type Place, type Source } from '@vouchsafe/projections';
import type { Policy } from '../policy/policy.js';
import { advance, park, readMark, sinceWhen } from './policy-marks.js';

export interface PolicyRunnerOptions {
  readonly policies: readonly Policy[];
  /** Every event type of the product. */
  readonly known: EventCatalogue;
  /** Where events come from; the logs themselves, unless said otherwise. */
  readonly feed?: Feed;
  /** Events followed in one transaction. */
  readonly batch?: number;
  /** Tenants worked at side by side. */
  readonly concurrency?: number;
  /** Milliseconds between looks at all logs. */
  readonly poll?: number;
  /** Milliseconds until a parked tenant is tried again. */
  readonly retryParked?: number;
  /** Told when something may have become due. */
  readonly onDue?: () => void;
  /** Told of parking and of faults that pass; nothing personal in it. */
  readonly onTrouble?: (trouble: { policy: string; tenant: TenantId; position: Position; reason: string; parked: boolean }) => void;
  readonly crashPoints?: CrashPoints;
}

/** Where one policy stands in one tenant's log, as this runner believes: the database has the last word. */
interface Cursor {
  readonly policy: Policy;
  at: Place;
  /** Not to be tried before this, in milliseconds of the monotonic clock. */
  notBefore: number;
  parked: boolean;
}

const isReady = ({ notBefore }: Cursor): boolean => notBefore <= performance.now();

/** Those furthest behind go first, so that all meet on the same pages. */
const foremost = (cursors: Iterable<Cursor>): Cursor | undefined =>
  [...cursors].reduce<Cursor | undefined>((first, cursor) => (!first || cursor.at.position < first.at.position ? cursor : first), undefined);

/** Reads every tenant's log through every policy, in order, and records what follows: once, whatever crashes. Several runners may share a database. */
export class PolicyRunner implements Folding {
  private readonly pages: LogPages;
  private readonly lanes: Lanes;
  private readonly feed: Feed;
  private readonly cursors = new Map<TenantId, Map<string, Cursor>>();
  /** Tenants whose log is being read, and whether somebody asked for it since. */
  private readonly reading = new Map<TenantId, { again: boolean }>();
  private since: ReadonlyMap<string, string> = new Map();
  private stopped = true;
  private timer: NodeJS.Timeout | undefined;
  private polling: Promise<void> = Promise.resolve();
  private readonly options: Required<Omit<PolicyRunnerOptions, 'feed'>>;

  /** @param wakeups say which logs have grown, for the feed that reads the logs themselves */
  constructor(private readonly database: Database, store: EventStore, wakeups: Wakeups, { feed = new LogFeed(wakeups), ...options }: PolicyRunnerOptions) {
    this.options = { batch: 1_000, concurrency: 4, poll: 500, retryParked: 5_000, onDue: () => {}, onTrouble: () => {}, crashPoints: noCrashPoints, ...options };
    this.pages = new LogPages(store, this.options.batch);
    this.lanes = new Lanes(this.options.concurrency);
    this.feed = feed;
  }

  async start(): Promise<void> {
    this.stopped = false;
    this.since = await sinceWhen(this.database, this.options.policies);
    await this.feed.start(this);
    await this.poll();
  }

  /** Ends after the batches under way are written. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.feed.stop();
    await this.polling;
    await this.lanes.idle();
  }

  async fold(tenant: TenantId, source: Source): Promise<void> {
    while (!this.stopped && (await this.lanes.turn(tenant, () => this.turn(tenant, source))) === 'more');
  }

  readLog(tenant: TenantId): void {
    const reading = this.reading.get(tenant);
    if (reading) reading.again = true;
    else if (!this.stopped) void this.readLogToItsEnd(tenant);
  }

  async standsAt(tenant: TenantId): Promise<Position> {
    return this.lanes.turn(tenant, async () => {
      const cursors = [...(await this.cursorsOf(tenant)).values()];
      for (const cursor of cursors) {
        const mark = await readMark(this.database, tenant, cursor.policy);
        Object.assign(cursor, { at: mark, parked: mark.parkedAt !== null });
      }
      return Math.min(...cursors.map(({ at }) => at.position));
    });
  }

  private async readLogToItsEnd(tenant: TenantId): Promise<void> {
    const reading = { again: true };
    this.reading.set(tenant, reading);
    while (reading.again && !this.stopped) {
      reading.again = false;
      await this.fold(tenant, this.pages.of(tenant)).catch(() => {}); // the next look finds it behind
    }
    this.reading.delete(tenant);
  }

  private poll(): Promise<void> {
    this.polling = this.look().catch(() => {}).finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => void this.poll(), this.options.poll);
    });
    return this.polling;
  }

  private async look(): Promise<void> {
    const behind = (await this.database.heads()).flatMap(({ tenant, position: head }) => {
      const position = Math.min(...this.options.policies.map(({ name }) => this.cursors.get(tenant)?.get(name)?.at.position ?? -1));
      return position < head ? [{ tenant, head, position: Math.max(0, position), isBuilding: false }] : [];
    });
    await this.feed.behind(behind);
  }

  private async cursorsOf(tenant: TenantId): Promise<Map<string, Cursor>> {
    const cursors = this.cursors.get(tenant) ?? new Map<string, Cursor>();
    this.cursors.set(tenant, cursors);
    for (const policy of this.options.policies) {
      if (cursors.has(policy.name)) continue;
      const mark = await readMark(this.database, tenant, policy);
      cursors.set(policy.name, { policy, at: mark, notBefore: 0, parked: mark.parkedAt !== null });
    }
    return cursors;
  }

  private async turn(tenant: TenantId, source: Source): Promise<'more' | 'ended'> {
    const ready = [...(await this.cursorsOf(tenant)).values()].filter(isReady);
    const moving = new Set(ready.filter(({ at }) => !source.isTooFarFor?.(at)));
    if (moving.size < ready.length) this.readLog(tenant);
    for (let cursor = foremost(moving); cursor && !this.stopped; cursor = foremost(moving)) {
      if (!(await this.step(tenant, cursor, source))) moving.delete(cursor);
      else if (this.lanes.isAwaited) return 'more'; // only after a step that moved something: the next turn looks at all of them again
    }
    return 'ended';
  }

  /** Follows one page. @returns whether there may be more */
  private async step(tenant: TenantId, cursor: Cursor, source: Source): Promise<boolean> {
    try {
      const { events, isLast } = await source.after(cursor.at);
      return events.length > 0 && (await this.advance(tenant, cursor, events)) && !isLast;
    } catch (error) {
      if (error instanceof NotOfThisLog && source.disown) {
        source.disown();
        return true;
      }
      if (isPassing(error)) {
        this.tryAgain(tenant, cursor, this.options.poll);
        this.trouble(tenant, cursor, cursor.at.position + 1, error, false);
      } else {
        await this.parkAt(tenant, cursor, error instanceof GapInLog ? error.position : cursor.at.position + 1, error);
      }
      return false;
    }
  }

  /** @returns whether the policy stands further than before */
  private async advance(tenant: TenantId, cursor: Cursor, page: readonly FedEvent[]): Promise<boolean> {
    const { policy, at: { position: from } } = cursor;
    const last = page.at(-1)!;
    try {
      const events = this.readable(policy, page);
      const place = await advance(this.database, tenant, policy, { from, to: last.position, chain: last.chain, events, since: this.since.get(policy.name)! }, this.options.crashPoints);
      if (place) {
        Object.assign(cursor, { at: place, parked: false });
        if (events.length > 0) this.options.onDue();
        return true;
      }
    } catch (error) {
      if (isPassing(error) || error instanceof NotOfThisLog || page.length === 1) throw error;
      // One event of these cannot be read: go up to it one by one, so that everything before it is done and the place is known.
      for (const event of page) if (!(await this.advance(tenant, cursor, [event]))) return false;
      return true;
    }
    cursor.at = await readMark(this.database, tenant, policy); // somebody else moved it
    return cursor.at.position > from;
  }

  /** What the policy reads, in its newest shape. A type that nobody knows stops it; one that others read may pass. @throws UnreadableEvent */
  private readable({ reads }: Policy, page: readonly FedEvent[]): Recorded<AnyEvent>[] {
    return page.filter(({ type }) => reads.byName.has(type) || !this.options.known.byName.has(type)).map((event) => readEvent(reads, event) as Recorded<AnyEvent>);
  }

  private async parkAt(tenant: TenantId, cursor: Cursor, position: Position, error: unknown): Promise<void> {
    this.tryAgain(tenant, cursor, this.options.retryParked);
    if (!cursor.parked) this.trouble(tenant, cursor, position, error, true);
    cursor.parked = true;
    await park(this.database, tenant, cursor.policy, cursor.at.position, position, reasonOf(error)).catch(() => {}); // tried again with the event
  }

  private tryAgain(tenant: TenantId, cursor: Cursor, after: number): void {
    cursor.notBefore = performance.now() + after;
    setTimeout(() => this.readLog(tenant), after + 1).unref(); // a timer may come a little early
  }

  private trouble(tenant: TenantId, { policy }: Cursor, position: Position, error: unknown, parked: boolean): void {
    this.options.onTrouble({ policy: policy.name, tenant, position, reason: reasonOf(error), parked });
  }
}
