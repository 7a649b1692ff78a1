import type { Database } from '@vouchsafe/access';
import type { EventStore, Wakeups } from '@vouchsafe/event-store';
import type { EventCatalogue, Position, StoredEvent, TenantId } from '@vouchsafe/event-schema';
import type { Projection } from '../projection.js';
import { apply, park, readable, readMark } from './apply.js';
import { currentBuilds, switchTo, type Build } from './builds.js';
import { GapInLog, LogPages } from './log-pages.js';

export interface RunnerOptions {
  readonly projections: readonly Projection[];
  /** Every event type of the product. */
  readonly known: EventCatalogue;
  /** Events folded in one transaction. */
  readonly batch?: number;
  /** Tenants worked at side by side. */
  readonly concurrency?: number;
  /** Milliseconds between looks at all logs: what a lost wake-up costs at most. */
  readonly poll?: number;
  /** Milliseconds until a parked tenant is tried again. */
  readonly retryParked?: number;
  /** Told of parking and of faults that pass; nothing personal in it. */
  readonly onTrouble?: (trouble: { projection: string; tenant: TenantId; position: Position; reason: string; parked: boolean }) => void;
}

const SWITCH_POLL = 50;

interface Cursor {
  readonly build: Build;
  position: Position;
  /** Not to be tried before this, in milliseconds of the monotonic clock. */
  notBefore: number;
  parked: boolean;
}

/** The fault will pass: the server is away, busy or chose a victim, or a switch took the tables' names (42P01). Anything else is
 * the event's or the fold's, and parks. */
const passes = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return /^(08|53|57|40001|40P01|55P03|25P03|42P01|ECONN|EPIPE|ETIMEDOUT|ENOENT|EAI_)/.test(code);
  return /Connection terminated|timeout exceeded|Client has encountered a connection error|Cannot use a pool/.test((error as Error).message ?? '');
};

/** Folds every tenant's log into every projection, in order, exactly once in effect. Several runners may share a database. */
export class ProjectionRunner {
  private readonly pages: LogPages;
  private readonly cursors = new Map<TenantId, Map<string, Cursor>>();
  private readonly waiting = new Set<TenantId>();
  private readonly working = new Map<TenantId, Promise<void>>();
  private builds: readonly Build[] = [];
  private headsBefore: ReadonlyMap<TenantId, Position> | undefined;
  private stopped = true;
  private unsubscribe = () => {};
  private timer: NodeJS.Timeout | undefined;
  private polling: Promise<void> = Promise.resolve();
  private readonly options: Required<RunnerOptions>;

  constructor(private readonly database: Database, store: EventStore, private readonly wakeups: Wakeups, options: RunnerOptions) {
    this.options = { batch: 1_000, concurrency: 4, poll: 500, retryParked: 5_000, onTrouble: () => {}, ...options };
    this.pages = new LogPages(store, this.options.batch);
  }

  async start(): Promise<void> {
    this.stopped = false;
    this.builds = await currentBuilds(this.database, this.options.projections);
    this.unsubscribe = this.wakeups.subscribe((tenant) => this.wake(tenant));
    await this.poll();
  }

  /** Ends after the batches under way are written. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    clearTimeout(this.timer);
    await this.polling;
    await Promise.allSettled(this.working.values());
  }

  private wake(tenant: TenantId): void {
    if (this.stopped) return;
    this.waiting.add(tenant);
    this.fill();
  }

  private fill(): void {
    for (const tenant of this.waiting) {
      if (this.working.size >= this.options.concurrency) return;
      if (this.working.has(tenant) || this.stopped) continue;
      this.waiting.delete(tenant);
      const work = this.workAt(tenant).catch(() => {}).finally(() => {
        this.working.delete(tenant);
        this.fill();
      });
      this.working.set(tenant, work);
    }
  }

  /** Looks at every log: whoever is behind is worked at, and a build that stands at every head takes over. */
  private poll(): Promise<void> {
    this.polling = this.look().catch(() => {}).finally(() => {
      const isBuilding = this.builds.some(({ state }) => state === 'BUILDING'); // somebody waits for the switch
      if (!this.stopped) this.timer = setTimeout(() => void this.poll(), isBuilding ? Math.min(this.options.poll, SWITCH_POLL) : this.options.poll);
    });
    return this.polling;
  }

  private async look(): Promise<void> {
    const builds = await currentBuilds(this.database, this.options.projections);
    this.adopt(builds);
    const heads = await this.database.heads();
    for (const { tenant, position } of heads) {
      if (builds.some((build) => (this.cursors.get(tenant)?.get(keyOf(build))?.position ?? -1) < position)) this.wake(tenant);
    }
    for (const build of builds) {
      if (build.state === 'BUILDING' && this.hasCaughtUp(build, heads) && (await switchTo(this.database, build))) this.adopt(await currentBuilds(this.database, this.options.projections));
    }
    this.headsBefore = new Map(heads.map(({ tenant, position }) => [tenant, position]));
  }

  /** Whether a build stands where the logs ended a look ago: where events come all the time, nobody ever stands at every end at once.
   * A parked tenant holds up only itself. The switch compares with the build that it replaces, under a lock. */
  private hasCaughtUp(build: Build, heads: readonly { tenant: TenantId; position: Position }[]): boolean {
    return heads.every(({ tenant, position }) => {
      const cursor = this.cursors.get(tenant)?.get(keyOf(build));
      return cursor?.parked === true || (cursor?.position ?? 0) >= (this.headsBefore ? this.headsBefore.get(tenant) ?? 0 : position);
    });
  }

  /** Lets go of builds that are no more, and of those whose tables changed their names. */
  private adopt(builds: readonly Build[]): void {
    const suffixes = new Map(builds.map((build) => [keyOf(build), build.suffix]));
    for (const cursors of this.cursors.values()) {
      for (const [key, { build }] of cursors) if (suffixes.get(key) !== build.suffix) cursors.delete(key);
    }
    this.builds = builds;
  }

  private async workAt(tenant: TenantId): Promise<void> {
    const cursors = await this.cursorsOf(tenant);
    const moving = new Set([...cursors.values()].filter(({ notBefore }) => notBefore <= performance.now()));
    // The one furthest behind goes first, so that all meet on the same pages; where two stand together, the one that is to replace the other.
    const isBefore = (a: Cursor, b: Cursor) => a.position < b.position || (a.position === b.position && a.build.state === 'BUILDING' && b.build.state === 'LIVE');
    while (moving.size > 0 && !this.stopped) {
      const cursor = [...moving].reduce((first, other) => (isBefore(other, first) ? other : first));
      const successor = this.successorOf(cursor, cursors);
      const step = await this.step(tenant, cursor, successor?.position ?? Number.MAX_SAFE_INTEGER);
      if (step === 'waits' && successor) moving.add(successor);
      else if (step === 'ends') moving.delete(cursor);
    }
  }

  /** The build that is about to take a live one's place, once it is near: from then on it goes ahead, or the switch would find it behind for ever. */
  private successorOf({ build, position }: Cursor, cursors: ReadonlyMap<string, Cursor>): Cursor | undefined {
    if (build.state === 'BUILDING') return undefined;
    return [...cursors.values()].find((other) => other.build.projection === build.projection && other.build.state === 'BUILDING'
      && !other.parked && other.notBefore <= performance.now() && other.position >= position - this.options.batch);
  }

  private async cursorsOf(tenant: TenantId): Promise<Map<string, Cursor>> {
    const cursors = this.cursors.get(tenant) ?? new Map<string, Cursor>();
    this.cursors.set(tenant, cursors);
    for (const build of this.builds) {
      if (cursors.has(keyOf(build))) continue;
      const mark = await readMark(this.database, tenant, build);
      if (mark) cursors.set(keyOf(build), { build, position: mark.position, notBefore: 0, parked: mark.parkedAt !== null });
    }
    return cursors;
  }

  /** Folds one page, no further than a position. */
  private async step(tenant: TenantId, cursor: Cursor, upTo: Position): Promise<'goes on' | 'waits' | 'ends'> {
    try {
      const page = await this.pages.after(tenant, cursor.position);
      if (page.length === 0) return 'ends';
      const allowed = page.filter(({ position }) => position <= upTo);
      if (allowed.length === 0) return 'waits';
      return (await this.advance(tenant, cursor, allowed)) ? 'goes on' : 'ends';
    } catch (error) {
      if (passes(error)) {
        cursor.notBefore = performance.now() + this.options.poll;
        this.trouble(tenant, cursor, cursor.position + 1, error, false);
        return 'ends';
      }
      await this.parkAt(tenant, cursor, error instanceof GapInLog ? error.position : cursor.position + 1, error); // what could be folded of the page is
      return 'ends';
    }
  }

  private async advance(tenant: TenantId, cursor: Cursor, page: readonly StoredEvent[]): Promise<boolean> {
    const from = cursor.position;
    const to = page.at(-1)!.position;
    try {
      if (await apply(this.database, tenant, cursor.build, from, to, readable(cursor.build, this.options.known, page))) {
        cursor.position = to;
        cursor.parked = false;
        return true;
      }
    } catch (error) {
      if (passes(error) || page.length === 1) throw error;
      // One event of these cannot be folded: go up to it one by one, so that everything before it is done and the place is known.
      for (const event of page) if (!(await this.advance(tenant, cursor, [event]))) return false;
      return true;
    }
    // Somebody else moved it: go on from where it is, or leave off if the build is no more.
    const mark = await readMark(this.database, tenant, cursor.build);
    if (!mark) this.cursors.get(tenant)?.delete(keyOf(cursor.build));
    cursor.position = mark?.position ?? cursor.position;
    return mark !== undefined && mark.position > from;
  }

  private async parkAt(tenant: TenantId, cursor: Cursor, position: Position, error: unknown): Promise<void> {
    cursor.notBefore = performance.now() + this.options.retryParked;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (!cursor.parked) this.trouble(tenant, cursor, position, error, true);
    cursor.parked = true;
    await park(this.database, tenant, cursor.build, cursor.position, position, reason).catch(() => {}); // tried again with the event
  }

  private trouble(tenant: TenantId, { build }: Cursor, position: Position, error: unknown, parked: boolean): void {
    this.options.onTrouble({ projection: build.projection.name, tenant, position, reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error), parked });
  }
}

const keyOf = ({ projection, build }: Build): string => `${projection.name} ${projection.version} ${build}`;
