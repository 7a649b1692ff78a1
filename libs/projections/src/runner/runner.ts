import type { Database } from '@vouchsafe/access';
import { noCrashPoints, type CrashPoints, type EventStore, type Wakeups } from '@vouchsafe/event-store';
import type { EventCatalogue, Position, TenantId } from '@vouchsafe/event-schema';
import { caughtUp, type CatchingUp } from '../caught-up.js';
import type { Behind, FedEvent, Feed, Folding, Source } from '../feeds/feed.js';
import { LogFeed } from '../feeds/log-feed.js';
import { KeysSeen } from '../fold/keys-seen.js';
import type { Projection } from '../projection.js';
import { apply, NotOfThisLog, park, readable, readMark } from './apply.js';
import { currentBuilds, switchTo, type Build } from './builds.js';
import { believe, foremost, isReady, keyOf, type Cursor } from './cursor.js';
import { Lanes } from './lanes.js';
import { GapInLog, LogPages } from './log-pages.js';
import { isPassing, reasonOf } from './passing-fault.js';

export interface RunnerOptions {
  readonly projections: readonly Projection[];
  /** Every event type of the product. */
  readonly known: EventCatalogue;
  /** Where events come from; the logs themselves, unless said otherwise. */
  readonly feed?: Feed;
  /** Events folded in one transaction. */
  readonly batch?: number;
  /** Tenants worked at side by side. */
  readonly concurrency?: number;
  /** Milliseconds between looks at all logs: what a lost wake-up costs at most. */
  readonly poll?: number;
  /** Milliseconds until a parked tenant is tried again. */
  readonly retryParked?: number;
  /** Told of parking and of faults that pass; nothing personal in it. */
  readonly onTrouble?: (trouble: Trouble) => void;
  readonly crashPoints?: CrashPoints;
}

export interface Trouble {
  readonly projection: string;
  readonly tenant: TenantId;
  readonly position: Position;
  readonly reason: string;
  readonly parked: boolean;
}

/** Milliseconds between looks at the builds: one that is to begin, one that is to switch. */
const [BUILDS_POLL, SWITCH_POLL] = [100, 50];
type Step = 'goes on' | 'waits' | 'ends';

/** Folds every tenant's log into every projection, in order, exactly once in effect. Several runners may share a database. */
export class ProjectionRunner implements Folding {
  private readonly pages: LogPages;
  private readonly lanes: Lanes;
  private readonly feed: Feed;
  private readonly cursors = new Map<TenantId, Map<string, Cursor>>();
  /** Tenants whose log is being read, and whether somebody asked for it since. */
  private readonly reading = new Map<TenantId, { again: boolean }>();
  private builds: readonly Build[] = [];
  /** When all logs are to be looked at, in milliseconds of the monotonic clock. */
  private nextHeads = 0;
  private headsBefore: ReadonlyMap<TenantId, Position> | undefined;
  private stopped = true;
  private timer: NodeJS.Timeout | undefined;
  private polling: Promise<void> = Promise.resolve();
  private readonly options: Required<Omit<RunnerOptions, 'feed'>>;

  /** @param wakeups say which logs have grown, for the feed that reads the logs themselves */
  constructor(private readonly database: Database, private readonly store: EventStore, wakeups: Wakeups, { feed = new LogFeed(wakeups), ...options }: RunnerOptions) {
    this.options = { batch: 1_000, concurrency: 4, poll: 500, retryParked: 5_000, onTrouble: () => {}, crashPoints: noCrashPoints, ...options };
    this.pages = new LogPages(store, this.options.batch);
    this.lanes = new Lanes(this.options.concurrency);
    this.feed = feed;
  }

  async start(): Promise<void> {
    this.stopped = false;
    this.builds = await currentBuilds(this.database, this.options.projections);
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

  /** Whether the read models came to stand where the logs ended when it was asked, within the time given. Who is parked is not waited for. */
  async caughtUp(options: CatchingUp = {}): Promise<boolean> {
    return caughtUp(this.database, this.options.projections, await this.store.heads(), options);
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
      const positions: Position[] = [];
      for (const cursor of (await this.cursorsOf(tenant)).values()) {
        const mark = await readMark(this.database, tenant, cursor.build);
        if (mark) believe(cursor, mark);
        positions.push(cursor.at.position);
      }
      return Math.min(...positions);
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

  /** Looks at every log: whoever is behind is told to the feed, and a build that stands at every head takes over. */
  private poll(): Promise<void> {
    this.polling = this.look().catch(() => {}).finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => void this.poll(), Math.min(this.options.poll, this.isBuilding ? SWITCH_POLL : BUILDS_POLL));
    });
    return this.polling;
  }

  private get isBuilding(): boolean {
    return this.builds.some(({ state }) => state === 'BUILDING'); // somebody waits for the switch
  }

  private async look(): Promise<void> {
    this.adopt(await currentBuilds(this.database, this.options.projections));
    if (!this.isBuilding && performance.now() < this.nextHeads) return;
    this.nextHeads = performance.now() + this.options.poll;
    const heads = await this.database.heads();
    await this.feed.behind(heads.flatMap((head) => this.behind(head) ?? []));
    for (const build of this.builds) {
      if (build.state === 'BUILDING' && (await this.hasCaughtUp(build, heads)) && (await switchTo(this.database, build))) this.adopt(await currentBuilds(this.database, this.options.projections));
    }
    this.headsBefore = new Map(heads.map(({ tenant, position }) => [tenant, position]));
  }

  private behind({ tenant, position: head }: { tenant: TenantId; position: Position }): Behind | undefined {
    const behind = this.builds.map((build) => ({ build, position: this.cursors.get(tenant)?.get(keyOf(build))?.at.position ?? -1 })).filter(({ position }) => position < head);
    if (behind.length === 0) return undefined;
    return { tenant, head, position: Math.max(0, Math.min(...behind.map(({ position }) => position))), isBuilding: behind.some(({ build }) => build.state === 'BUILDING') };
  }

  /** Whether a build stands where the logs ended a look ago: where events come all the time, nobody ever stands at every end at once.
   * A parked tenant holds up only itself. The switch compares with the build that it replaces, under a lock. */
  private async hasCaughtUp(build: Build, heads: readonly { tenant: TenantId; position: Position }[]): Promise<boolean> {
    for (const { tenant, position } of heads) {
      const wanted = this.headsBefore ? this.headsBefore.get(tenant) ?? 0 : position;
      const isThere = () => {
        const cursor = this.cursors.get(tenant)?.get(keyOf(build));
        return cursor?.parked === true || (cursor?.at.position ?? 0) >= wanted;
      };
      if (isThere()) continue;
      if (this.lanes.isWorking(tenant)) return false;
      await this.standsAt(tenant); // it may be another runner that works at this tenant
      if (!isThere()) return false;
    }
    return true;
  }

  /** Lets go of builds that are no more, and of those whose tables changed their names. */
  private adopt(builds: readonly Build[]): void {
    const known = new Map(builds.map((build) => [keyOf(build), build]));
    for (const cursors of this.cursors.values()) {
      for (const [key, { build }] of cursors) if (known.get(key)?.suffix !== build.suffix || known.get(key)?.state !== build.state) cursors.delete(key);
    }
    this.builds = builds;
  }

  private async cursorsOf(tenant: TenantId): Promise<Map<string, Cursor>> {
    const cursors = this.cursors.get(tenant) ?? new Map<string, Cursor>();
    this.cursors.set(tenant, cursors);
    for (const build of this.builds) {
      if (cursors.has(keyOf(build))) continue;
      const mark = await readMark(this.database, tenant, build);
      if (!mark) continue;
      const isFromTheBeginning = build.state === 'BUILDING' && mark.position === 0;
      cursors.set(keyOf(build), { build, at: mark, notBefore: 0, parked: mark.parkedAt !== null, seen: isFromTheBeginning ? new KeysSeen() : undefined });
    }
    return cursors;
  }

  /** Lets each build fold what it has not, until the source has no more for any, or somebody else waits for a turn. */
  private async turn(tenant: TenantId, source: Source): Promise<'more' | 'ended'> {
    const cursors = await this.cursorsOf(tenant);
    const ready = [...cursors.values()].filter(isReady);
    const moving = new Set(ready.filter(({ at }) => !source.isTooFarFor?.(at)));
    if (moving.size < ready.length) this.readLog(tenant);
    for (let cursor = foremost(moving); cursor && !this.stopped; cursor = foremost(moving)) {
      if ((await this.stepInOrder(tenant, cursor, cursors, source)) === 'ends') moving.delete(cursor);
      else if (this.lanes.isAwaited) return 'more'; // only after a step that moved something: the next turn looks at all of them again
    }
    return 'ended';
  }

  /** A live build lets the one that is about to take its place go ahead, or the switch would find that one behind for ever. */
  private async stepInOrder(tenant: TenantId, cursor: Cursor, cursors: ReadonlyMap<string, Cursor>, source: Source): Promise<Step> {
    const successor = this.successorOf(cursor, cursors);
    if (!successor) return this.step(tenant, cursor, source);
    const step = await this.step(tenant, cursor, source, successor.at.position);
    if (step !== 'waits') return step;
    return (await this.step(tenant, successor, source)) === 'goes on' ? 'goes on' : this.step(tenant, cursor, source);
  }

  private successorOf({ build, at }: Cursor, cursors: ReadonlyMap<string, Cursor>): Cursor | undefined {
    if (build.state === 'BUILDING') return undefined;
    return [...cursors.values()].find((other) => other.build.projection === build.projection && other.build.state === 'BUILDING'
      && !other.parked && isReady(other) && other.at.position >= at.position - this.options.batch);
  }

  /** Folds one page, no further than a position. */
  private async step(tenant: TenantId, cursor: Cursor, source: Source, upTo: Position = Number.MAX_SAFE_INTEGER): Promise<Step> {
    try {
      const { events, isLast } = await source.after(cursor.at);
      if (events.length === 0) return 'ends';
      const allowed = events.at(-1)!.position <= upTo ? events : events.filter(({ position }) => position <= upTo);
      if (allowed.length === 0) return 'waits';
      const isDone = await this.advance(tenant, cursor, allowed);
      return isDone && !(isLast && allowed === events) ? 'goes on' : 'ends';
    } catch (error) {
      if (error instanceof NotOfThisLog && source.disown) {
        source.disown();
        return 'goes on';
      }
      if (isPassing(error)) {
        this.tryAgain(tenant, cursor, this.options.poll);
        this.trouble(tenant, cursor, cursor.at.position + 1, error, false);
      } else {
        await this.parkAt(tenant, cursor, error instanceof GapInLog ? error.position : cursor.at.position + 1, error); // what could be folded of the page is
      }
      return 'ends';
    }
  }

  /** @returns whether the build stands further than before */
  private async advance(tenant: TenantId, cursor: Cursor, events: readonly FedEvent[]): Promise<boolean> {
    const from = cursor.at.position;
    const last = events.at(-1)!;
    try {
      const page = readable(cursor.build, this.options.known, events);
      const place = await apply(this.database, tenant, cursor.build, { from, to: last.position, chain: last.chain, seen: cursor.seen }, page, this.options.crashPoints);
      if (place) {
        cursor.at = place;
        cursor.parked = false;
        return true;
      }
    } catch (error) {
      if (isPassing(error) || error instanceof NotOfThisLog || events.length === 1) throw error;
      // One event of these cannot be folded: go up to it one by one, so that everything before it is done and the place is known.
      for (const event of events) if (!(await this.advance(tenant, cursor, [event]))) return false;
      return true;
    }
    // Somebody else moved it: go on from where it is, or leave off if the build is no more.
    const mark = await readMark(this.database, tenant, cursor.build);
    cursor.seen = undefined;
    if (mark) believe(cursor, mark);
    else this.cursors.get(tenant)?.delete(keyOf(cursor.build));
    return mark !== undefined && mark.position > from;
  }

  private async parkAt(tenant: TenantId, cursor: Cursor, position: Position, error: unknown): Promise<void> {
    this.tryAgain(tenant, cursor, this.options.retryParked);
    if (!cursor.parked) this.trouble(tenant, cursor, position, error, true);
    cursor.parked = true;
    await park(this.database, tenant, cursor.build, cursor.at.position, position, reasonOf(error)).catch(() => {}); // tried again with the event
  }

  private tryAgain(tenant: TenantId, cursor: Cursor, after: number): void {
    cursor.notBefore = performance.now() + after;
    setTimeout(() => this.readLog(tenant), after + 1).unref(); // a timer may come a little early
  }

  private trouble(tenant: TenantId, { build }: Cursor, position: Position, error: unknown, parked: boolean): void {
    this.options.onTrouble({ projection: build.projection.name, tenant, position, reason: reasonOf(error), parked });
  }
}
