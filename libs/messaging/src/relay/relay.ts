import { noCrashPoints, type CrashPoints } from '@vouchsafe/event-store';
import type { TenantId } from '@vouchsafe/event-schema';
import { inSpanOfEach, traceparentOf } from '@vouchsafe/telemetry';
import { logRecordOf } from '../log-record.js';
import type { LogTransport, OutRecord, TopicSpec, TransportHealth } from '../log-transport.js';
import { LOG_TOPIC } from '../topics.js';
import { bucketOf } from './bucket.js';
import { Leases } from './leases.js';
import { inTime, RealPace, Rest, type Pace } from './pace.js';
import { planRound, TENANTS_PER_ROUND } from './plan.js';
import type { Move, Page, RelayedEvent, RelayStore } from './relay-store.js';
import { nobodyWatches, type Doing, type RelayWatch } from './relay-watch.js';

export interface RelayOptions {
  /** Names this relay among others; new for every process. */
  readonly owner: string;
  /** Opens the way to the topic: at the start, and anew after something was refused or not answered in time. */
  readonly open: () => Promise<LogTransport>;
  readonly to?: TopicSpec;
  /** Milliseconds that a lease holds without being renewed; it is renewed three times as often. */
  readonly lease?: number;
  /** Milliseconds that one publishing may take. */
  readonly patience?: number;
  readonly watch?: RelayWatch;
  readonly crashPoints?: CrashPoints;
  readonly pace?: Pace;
  /** From 0 to 1: spreads the retries of several relays. */
  readonly random?: () => number;
}

const SHORTEST_REST = 5;
/** What a lost wake-up costs at most. */
const LONGEST_REST = 250;
const FIRST_RETRY = 100;
const LAST_RETRY = 5_000;
const LOOKED_UP = 5_000; // tenants
/** A broker that has just started takes its time to make a topic. */
const OPENED_WITHIN = 30_000;

/** Publishes what is appended: for every tenant of its buckets, what comes after the mark, in order; then moves the mark. A crash between the two sends
 * again and skips nothing. Several share the buckets; one that was away too long finds its marks moved, and lets go. */
export class Relay {
  private readonly options: Required<RelayOptions>;
  private readonly leases: Leases;
  private readonly idle: Rest;
  private readonly between: Rest;
  private readonly failed: Rest;
  /** Tenants that may have news, in the order of their turns. */
  private readonly due = new Set<TenantId>();
  private lookAt = -Infinity;
  private transport: LogTransport | undefined;
  private stopping = false;
  private leave = () => {};
  private readonly leaving = new Promise<never>((_, reject) => { this.leave = () => reject(new Error('The relay is leaving.')); });
  private running: Promise<unknown> = Promise.resolve();
  private readonly troubles = new Map<Doing, string>();

  constructor(private readonly store: RelayStore, options: RelayOptions) {
    this.options = { to: LOG_TOPIC, lease: 10_000, patience: 8_000, watch: nobodyWatches, crashPoints: noCrashPoints, pace: new RealPace(), random: Math.random, ...options };
    this.leases = new Leases(store, this.options.owner, this.options.lease);
    this.idle = new Rest(this.options.pace);
    this.between = new Rest(this.options.pace);
    this.failed = new Rest(this.options.pace);
    this.leaving.catch(() => {});
  }

  start(): void {
    this.running = Promise.all([this.keepLeases(), this.keepRelaying()]);
  }

  /** A hint that a log has grown. */
  wake(tenant: TenantId): void {
    if (!this.leases.holds(bucketOf(tenant))) return;
    this.due.add(tenant);
    this.idle.end();
  }

  /** Ends after the round under way, and gives every bucket back. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.leave();
    this.idle.end();
    this.between.end();
    this.failed.end();
    await this.running;
    await this.leases.leave().catch((error: unknown) => this.trouble('leases', error, 0)); // they lapse by themselves
    await this.transport?.close().catch(() => {});
  }

  /** What it holds at the moment, and why it cannot go on, if it cannot. */
  get state(): { readonly buckets: number; readonly relays: number; readonly trouble: string | undefined } {
    return { buckets: this.leases.held().size, relays: this.leases.living, trouble: [...this.troubles.values()][0] };
  }

  /** Of the way to the topic. */
  async health(): Promise<TransportHealth> {
    return this.transport ? this.transport.health() : { ok: false, reason: this.troubles.get('relaying') ?? 'It is not open yet.' };
  }

  private async keepLeases(): Promise<void> {
    while (!this.stopping) {
      try {
        if (await this.leases.tend()) this.lookSoon();
        this.troubles.delete('leases');
        this.options.watch.holds(this.leases.held().size, this.leases.living);
      } catch (error) {
        this.trouble('leases', error, this.options.lease / 3);
      }
      if (!this.stopping) await this.between.take(this.options.lease / 3);
    }
  }

  private async keepRelaying(): Promise<void> {
    let rest = SHORTEST_REST;
    let failures = 0;
    while (!this.stopping) {
      try {
        const did = await this.round();
        failures = 0;
        this.troubles.delete('relaying');
        if (did) rest = SHORTEST_REST;
        if (did || this.due.size > 0 || this.stopping) continue;
        await this.idle.take(rest);
        rest = Math.min(rest * 2, LONGEST_REST);
      } catch (error) {
        if (this.stopping) return;
        const longest = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** failures);
        const pause = longest * (0.5 + this.options.random() / 2);
        failures += 1;
        this.lookAt = -Infinity; // whoever had a turn in this round has not had it
        this.trouble('relaying', error, pause);
        await this.failed.take(pause);
      }
    }
  }

  /** One page each of some tenants: read, sent, acknowledged, marked. @returns whether there was anything to do */
  private async round(): Promise<boolean> {
    await this.leases.giveBack();
    const transport = await this.opened(); // also while there is nothing to send: that it cannot be opened is known before
    await this.look();
    const epochs = this.leases.held(); // as they are before the marks are read: what is taken away from now on is taken under a higher one
    const pages = await this.read(epochs);
    if (pages.length === 0) return false;

    const events = pages.flatMap((page) => page.events);
    await inSpanOfEach(events, 'log.publish', () => this.publish(transport, events.map((event) => this.recordOf(event))));
    this.options.crashPoints.passing('relay.produced');
    await this.mark(pages, epochs);
    return true;
  }

  private async look(): Promise<void> {
    const now = this.options.pace.now();
    if (this.due.size > 0 && now < this.lookAt) return;
    this.lookAt = now + LONGEST_REST;
    const buckets = [...this.leases.held().keys()];
    if (buckets.length === 0) return;
    for (const tenant of await this.store.behind(buckets, LOOKED_UP)) this.due.add(tenant);
  }

  private async read(epochs: ReadonlyMap<number, number>): Promise<Page[]> {
    const turn = [...this.due].slice(0, TENANTS_PER_ROUND);
    for (const tenant of turn) this.due.delete(tenant);
    const tenants = turn.filter((tenant) => epochs.has(bucketOf(tenant)));
    if (tenants.length === 0) return [];
    const { asked, bytes } = planRound(tenants, this.options.to);
    const pages = (await this.store.pages(asked, [...epochs.keys()], bytes)).map((page) => this.upToHole(page)).filter(({ events }) => events.length > 0);
    for (const { tenant, head, events } of pages) if (events.at(-1)!.position < head) this.due.add(tenant); // behind those that wait already
    return pages;
  }

  /** Positions have no gaps; who meets one is looking at a log that was tampered with, and publishes nothing beyond it. */
  private upToHole(page: Page): Page {
    const hole = page.events.findIndex(({ position }, index) => position !== page.mark + index + 1);
    if (hole < 0) return page;
    this.options.watch.hole(page.tenant, page.mark + hole + 1);
    return { ...page, head: 0, events: page.events.slice(0, hole) };
  }

  private recordOf(event: RelayedEvent): OutRecord {
    return logRecordOf({ ...event, data: undefined }, { to: this.options.to, traceparent: traceparentOf(event.correlation) }); // it sends the text of the data
  }

  private async opened(): Promise<LogTransport> {
    if (this.transport) return this.transport;
    const opening = this.options.open();
    return (this.transport = await inTime(this.options.pace, 'Opening the way to the topic', OPENED_WITHIN, Promise.race([opening, this.leaving])).catch((error: unknown) => {
      void opening.then((late) => late.close(), () => {});
      throw error;
    }));
  }

  private async publish(transport: LogTransport, records: OutRecord[]): Promise<void> {
    const publishing = transport.publish(records);
    try {
      await inTime(this.options.pace, 'Publishing', this.options.patience, publishing);
    } catch (error) {
      this.options.watch.unknown(records.length, 'not acknowledged');
      // What it still holds must not arrive between later records for ever; and opening looks again whether brokers and topics are as they must be.
      this.transport = undefined;
      void transport.close().catch(() => {});
      throw error;
    }
  }

  private async mark(pages: readonly Page[], epochs: ReadonlyMap<number, number>): Promise<void> {
    const moves = pages.map(({ tenant, mark, events }): Move => ({ tenant, from: mark, to: events.at(-1)!.position, epoch: epochs.get(bucketOf(tenant))! }));
    const { moved, now } = await this.store.advance(moves);
    const went = new Set(moved);
    const at = Date.parse(now);
    this.options.watch.published(pages.filter(({ tenant }) => went.has(tenant)).flatMap(({ events }) => events.map(({ recordedAt }) => Math.max(0, at - Date.parse(recordedAt)) / 1_000)));
    const refused = pages.filter(({ tenant }) => !went.has(tenant));
    if (refused.length === 0) return;
    this.options.watch.unknown(refused.reduce((sum, { events }) => sum + events.length, 0), 'another relay was at work');
    for (const { tenant } of refused) this.leases.drop(bucketOf(tenant));
    this.between.end(); // whose they are is known at once, not in some seconds
  }

  private lookSoon(): void {
    this.lookAt = -Infinity;
    this.idle.end();
  }

  private trouble(doing: Doing, error: unknown, againInMilliseconds: number): void {
    this.troubles.set(doing, error instanceof Error ? error.message : String(error));
    this.options.watch.trouble({ doing, error, againInMilliseconds: Math.round(againInMilliseconds) });
  }
}
