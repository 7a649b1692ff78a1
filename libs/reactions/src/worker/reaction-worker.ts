import type { Database } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { ringAlarms } from '../alarms/ring-alarms.js';
import { claim, endAttempt, type Claimed, type Ending } from '../due/claim.js';
import type { CommandParts } from '../policy/system-command.js';
import type { Policy } from '../policy/policy.js';
import { attempt, type Doers } from './attempt.js';
import type { Channel } from './channel.js';
import { forgetOld } from './forget-old.js';

export interface WorkerOptions {
  readonly policies: readonly Policy[];
  readonly channels: readonly Channel[];
  readonly parts: CommandParts;
  /** Attempts under way at once. */
  readonly concurrency?: number;
  /** Milliseconds between looks. */
  readonly poll?: number;
  /** Milliseconds after which others may take over what a worker has begun: longer than twice what an attempt may last. */
  readonly lease?: number;
  /** Milliseconds that an attempt may last. */
  readonly limit?: number;
  /** Milliseconds that attempts under way are given when the worker stops; then they are broken off. */
  readonly patience?: number;
  /** Days that what was done is kept, for whoever asks what became of it. */
  readonly keptDays?: number;
  /** Told how each attempt ended; nothing personal in it. */
  readonly onEnding?: (claimed: Claimed, ending: Ending) => void;
  /** Told of faults of our own, which pass. */
  readonly onTrouble?: (trouble: { tenant: TenantId | null; reason: string }) => void;
}

const COMMANDS_AT_ONCE = 4;
const AT_ONCE_OF_A_TENANT = 8;
const [TRIES_TO_WRITE_DOWN, TRIES_WHILE_LEAVING] = [6, 2];
const FORGET_EVERY = 3_600_000;

/** Does what is due: lets alarms ring, sends commands, brings effects about. Several workers may share a database. Nothing is tried by two of them, save
 * what one of them had begun when it died: then again, under the same id. */
export class ReactionWorker {
  private readonly underWay = new Map<Claimed, { readonly ended: Promise<void>; readonly leaving: AbortController }>();
  private readonly doers: Doers;
  private readonly widths: ReadonlyMap<string, number>;
  private readonly options: Required<WorkerOptions>;
  private stopped = true;
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private timer: NodeJS.Timeout | undefined;
  private forgetAt = 0;
  private turn = 0;

  constructor(private readonly database: Database, options: WorkerOptions) {
    this.options = { concurrency: 32, poll: 500, lease: 60_000, limit: 20_000, patience: 3_000, keptDays: 30, onEnding: () => {}, onTrouble: () => {}, ...options };
    const commands = new Map(options.policies.flatMap(({ sends }) => sends.map((command) => [command.name, command] as const)));
    this.doers = { commands, channels: new Map(options.channels.map((channel) => [channel.name, channel])), parts: options.parts };
    this.widths = new Map([...[...commands.keys()].map((name) => [name, COMMANDS_AT_ONCE] as const), ...options.channels.map(({ name, width }) => [name, width] as const)]);
  }

  start(): void {
    this.stopped = false;
    this.wake();
  }

  /** Ends with the attempts under way. Those that last are broken off: they count as not made, and are due at once, under the same id, for whoever is there. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const breakOff = setTimeout(() => { for (const { leaving } of this.underWay.values()) leaving.abort(); }, this.options.patience);
    await this.looking;
    await Promise.all([...this.underWay.values()].map(({ ended }) => ended));
    clearTimeout(breakOff);
  }

  /** Looks at once: something is due. */
  wake(): void {
    if (this.stopped) return;
    if (this.looking) {
      this.lookAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.lookAgain = false;
    this.looking = this.look().catch((error: unknown) => this.trouble(null, error)).finally(() => {
      this.looking = undefined;
      if (this.stopped) return;
      if (this.lookAgain) this.wake();
      else this.timer = setTimeout(() => this.wake(), this.options.poll);
    });
  }

  private async look(): Promise<void> {
    const due = await this.database.asScout<{ tenant: TenantId }>('SELECT tenant FROM react.tenants_due() ORDER BY tenant');
    this.turn += 1; // the first tenant of the last look is not the first of this one, or a busy one would leave nothing to the others
    const tenants = due.map((_, index) => due[(index + this.turn) % due.length]!.tenant);
    for (const tenant of tenants) {
      if (this.stopped) return;
      await this.workAt(tenant).catch((error: unknown) => this.trouble(tenant, error));
    }
    if (performance.now() >= this.forgetAt) {
      this.forgetAt = performance.now() + FORGET_EVERY;
      await forgetOld(this.database, this.options.keptDays);
    }
  }

  private async workAt(tenant: TenantId): Promise<void> {
    for (const policy of this.options.policies) await ringAlarms(this.database, tenant, policy).catch((error: unknown) => this.trouble(tenant, error));
    const max = Math.min(this.options.concurrency - this.underWay.size, AT_ONCE_OF_A_TENANT);
    if (max <= 0) return;
    const claimedAt = performance.now();
    const mine = await claim(this.database, tenant, { max, lease: this.options.lease, widths: this.widths, underWay: this.lanesOf(tenant) });
    for (const claimed of mine) {
      const leaving = new AbortController();
      if (this.stopped) leaving.abort(); // nobody has begun it yet
      const ended = this.workOn(claimed, claimedAt, leaving.signal).finally(() => {
        this.underWay.delete(claimed);
        this.wake(); // the lane is free
      });
      this.underWay.set(claimed, { ended, leaving });
    }
  }

  private lanesOf(tenant: TenantId): { name: string; lane: string; count: number }[] {
    const lanes = new Map<string, { name: string; lane: string; count: number }>();
    for (const { tenant: whose, name, lane } of this.underWay.keys()) {
      if (whose !== tenant) continue;
      const key = JSON.stringify([name, lane]);
      lanes.set(key, { name, lane, count: (lanes.get(key)?.count ?? 0) + 1 });
    }
    return [...lanes.values()];
  }

  /** @param claimedAt milliseconds of the monotonic clock, taken before the claim was sent */
  private async workOn(claimed: Claimed, claimedAt: number, leaving: AbortSignal): Promise<void> {
    // A process that stood still between claim and attempt has lost what it claimed: an attempt must end well before the lease does.
    if (performance.now() - claimedAt > this.options.lease - 2 * this.options.limit) return;
    const ending = await attempt(this.doers, claimed, this.options.limit, leaving);
    for (let tries = 1; ; tries += 1) {
      try {
        if (await endAttempt(this.database, claimed, ending)) this.options.onEnding(claimed, ending);
        return;
      } catch (error) {
        this.trouble(claimed.tenant, error);
        if (tries === (this.stopped ? TRIES_WHILE_LEAVING : TRIES_TO_WRITE_DOWN)) return; // somebody does it again when the lease ends, under the same id
        await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** tries));
      }
    }
  }

  private trouble(tenant: TenantId | null, error: unknown): void {
    this.options.onTrouble({ tenant, reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}
