import { createHash } from 'node:crypto';
import { LocalWakeups, MemoryEventStore } from '@vouchsafe/event-store';
import { anAppend, anEvent, aWrite, aTenant } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import type { Scheduler } from 'fast-check';
import { readLogRecord } from '../log-record.js';
import { LogTransport, type OutRecord } from '../log-transport.js';
import { MemoryRelayStore } from './memory-relay-store.fixtures.js';
import { Pace } from './pace.js';
import { Relay } from './relay.js';
import { gated } from './relay.fixtures.js';
import { nobodyWatches } from './relay-watch.js';

/** What happens to a run, beside the order of its steps. */
export interface Plan {
  /** What becomes of the first calls to the broker; later ones are kept and acknowledged. */
  readonly fates: readonly { readonly keeps: number; readonly says: 'acknowledged' | 'refused' | 'nothing' }[];
  /** How many calls each further relay may make before it dies; the first lives. */
  readonly deaths: readonly number[];
  /** Events appended, one after the other: to which tenant, how many. */
  readonly appends: readonly { readonly tenant: number; readonly count: number }[];
  /** After so many appends the topic is wiped, and the marks set back; null: to where they stand, since every reader has come as far. */
  readonly wipes: readonly { readonly after: number; readonly to: number | null }[];
}

export const SIMULATED_TENANTS = [aTenant(1), aTenant(2), aTenant(3)];
const STEPS_AT_MOST = 60_000;

/** Raised inside a run: an invariant does not hold, or nothing comes of it. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

/** Relays, a store, a topic and time, in which every step waits until the scheduler picks it: any order of them may come about, and the same seed tells the same story. */
export class Simulation {
  readonly trace: string[] = [];
  /** Positions by tenant in the order in which the topic got them: ever, and since it was wiped last. */
  readonly ever = new Map<TenantId, number[]>(SIMULATED_TENANTS.map((tenant) => [tenant, []]));
  readonly lying = new Map<TenantId, number[]>(SIMULATED_TENANTS.map((tenant) => [tenant, []]));
  readonly rewoundTo = new Map<TenantId, number>();
  private readonly acknowledged = new Map<TenantId, Set<number>>(SIMULATED_TENANTS.map((tenant) => [tenant, new Set()]));
  private readonly events = new MemoryEventStore(new LocalWakeups(), () => 0);
  private readonly store = new MemoryRelayStore(this.events);
  private readonly fates: Plan['fates'][number][];
  private steps = 0;
  private readonly gaveUp: Promise<never>;
  private giveUp: (violation: Violation) => void = () => {};

  constructor(private readonly scheduler: Scheduler, private readonly plan: Plan) {
    this.fates = [...plan.fates];
    this.gaveUp = new Promise((_, reject) => { this.giveUp = reject; });
    this.gaveUp.catch(() => {});
    this.watchMarks();
  }

  get hash(): string {
    return createHash('sha256').update(this.trace.join('\n')).digest('hex');
  }

  /** Runs until every log is published. @throws Violation */
  async run(): Promise<void> {
    for (const tenant of SIMULATED_TENANTS) await this.events.openLog(tenant);
    const relays = [this.relay(0, Infinity), ...this.plan.deaths.map((calls, index) => this.relay(index + 1, calls))];
    for (const relay of relays) relay.start();
    await this.scheduler.waitFor(Promise.race([this.world(relays), this.gaveUp]));
  }

  headOf = async (tenant: TenantId): Promise<number> => (await this.events.head(tenant)).position;

  /** Whoever is about to do something waits here for its turn. */
  private async step(what: string): Promise<void> {
    this.steps += 1;
    if (this.steps > STEPS_AT_MOST) this.giveUp(new Violation(`Nothing came of it in ${STEPS_AT_MOST} steps.`));
    await this.scheduler.schedule(Promise.resolve(), what);
    this.trace.push(what);
  }

  private async world(relays: readonly Relay[]): Promise<void> {
    const wipes = [...this.plan.wipes];
    let appends = 0;
    for (const { tenant, count } of this.plan.appends) {
      await this.step('append');
      const of = SIMULATED_TENANTS[tenant]!;
      await this.events.append(of, anAppend(aWrite('s', Array.from({ length: count }, () => anEvent()))));
      for (const relay of relays) relay.wake(of);
      appends += 1;
      for (const wipe of wipes.splice(0, wipes[0] && wipes[0].after <= appends ? 1 : 0)) await this.wipe(wipe.to);
    }
    for (const wipe of wipes) await this.wipe(wipe.to);
    while (!(await this.isPublished())) await this.step('look');
  }

  private async wipe(wanted: number | null): Promise<void> {
    await this.step('wipe');
    for (const positions of this.lying.values()) positions.length = 0;
    await this.step('rewind');
    const to = SIMULATED_TENANTS.map((tenant) => ({ tenant, position: wanted ?? this.store.marks.get(tenant)?.position ?? 0 }));
    await this.store.rewind(to);
    for (const { tenant, position } of to) this.rewoundTo.set(tenant, position);
  }

  private async isPublished(): Promise<boolean> {
    const heads = await Promise.all(SIMULATED_TENANTS.map(this.headOf));
    return SIMULATED_TENANTS.every((tenant, index) => (this.store.marks.get(tenant)?.position ?? 0) === heads[index]);
  }

  private relay(number: number, callsToLive: number): Relay {
    let calls = 0;
    const gate = async (call: string, way: 'in' | 'back'): Promise<void> => {
      if (calls >= callsToLive) await new Promise(() => {}); // dead
      if (way === 'in') calls += 1;
      await this.step(`relay ${number}: ${call} ${way}`);
    };
    return new Relay(gated(this.store, gate), {
      owner: `relay ${number}`, random: () => 0.5, pace: new SimulatedPace(this.store, (what) => this.step(`relay ${number}: ${what}`)),
      open: async () => new SimulatedClient((records) => this.publish(records, gate)),
      watch: { ...nobodyWatches, hole: (tenant, position) => this.giveUp(new Violation(`A hole at ${position} of ${tenant}, which has none.`)) },
    });
  }

  /** A mark may only go where everything up to it was acknowledged. */
  private watchMarks(): void {
    const advance = this.store.advance.bind(this.store);
    this.store.advance = async (moves) => {
      const answer = await advance(moves);
      for (const { tenant, from, to } of moves.filter((move) => answer.moved.includes(move.tenant))) {
        this.trace.push(`mark ${SIMULATED_TENANTS.indexOf(tenant)}: ${from} to ${to}`);
        for (let position = from + 1; position <= to; position += 1) {
          if (!this.acknowledged.get(tenant)!.has(position)) this.giveUp(new Violation(`The mark passed ${position}, which was never acknowledged.`));
        }
      }
      return answer;
    };
  }

  private async publish(records: readonly OutRecord[], gate: (call: string, way: 'in' | 'back') => Promise<void>): Promise<void> {
    await gate('publish', 'in');
    const { keeps, says } = this.fates.shift() ?? { keeps: records.length, says: 'acknowledged' };
    const kept = says === 'acknowledged' ? records : records.slice(0, keeps);
    for (const record of kept) {
      const read = readLogRecord(record);
      if (read.kind !== 'event') throw new Violation('Something that is no event was published.');
      this.ever.get(read.tenant)!.push(read.position);
      this.lying.get(read.tenant)!.push(read.position);
      this.trace.push(`topic ${SIMULATED_TENANTS.indexOf(read.tenant)}: ${read.position}`);
      if (says === 'acknowledged') this.acknowledged.get(read.tenant)!.add(read.position);
    }
    if (says === 'nothing') await new Promise(() => {});
    await gate('publish', 'back');
    if (says === 'refused') throw new Error('refused');
  }
}

/** Time passes when somebody who slept is picked: the others were slow meanwhile, or stood still, and what they hold may have lapsed. */
class SimulatedPace extends Pace {
  constructor(private readonly store: MemoryRelayStore, private readonly step: (what: string) => Promise<void>) {
    super();
  }

  now(): number {
    return this.store.now;
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    const wakesAt = this.store.now + milliseconds;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
      void this.step(`slept ${Math.round(milliseconds)} ms`).then(() => {
        if (!signal.aborted) this.store.now = Math.max(this.store.now, wakesAt);
        resolve();
      });
    });
  }
}

class SimulatedClient extends LogTransport {
  private closed = false;

  constructor(private readonly send: (records: readonly OutRecord[]) => Promise<void>) {
    super();
  }

  async publish(batch: readonly OutRecord[]): Promise<void> {
    if (this.closed) throw new Error('closed');
    await this.send(batch);
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  override ensureTopics = onlyPublishes;
  override subscribe = onlyPublishes;
  override lag = onlyPublishes;
  override health = onlyPublishes;
}

async function onlyPublishes(): Promise<never> {
  throw new Violation('A relay only publishes.');
}
