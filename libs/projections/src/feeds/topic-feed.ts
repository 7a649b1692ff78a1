import type { EventStore } from '@vouchsafe/event-store';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { LOG_TOPIC, partitionOf, readLogRecord, type InRecord, type LogTransport, type PartitionRef, type Subscription, type TopicSpec, type TransportHealth } from '@vouchsafe/messaging';
import type { Behind, Feed, Folding } from './feed.js';
import { KnownLogs } from './known-logs.js';
import { QuietTenants } from './quiet-tenants.js';
import { TopicBatch, type TenantRecord } from './topic-batch.js';

/** What happened on the topic beside plain folding. */
export type Seen =
  | { readonly what: 'duplicates'; readonly tenant: TenantId; readonly count: number }
  /** Records that did not follow from the tenant's log, or could not be read: ignored, and read from the log. */
  | { readonly what: 'refused'; readonly tenant: TenantId | null; readonly positions: readonly Position[]; readonly reason: string }
  /** Ranges that the topic did not bring, read from the log. */
  | { readonly what: 'healed'; readonly tenant: TenantId; readonly count: number }
  /** Said once per tenant. */
  | { readonly what: 'no such log'; readonly tenant: TenantId }
  /** The broker is away, or refused us; tried again, and said once. */
  | { readonly what: 'not subscribed'; readonly reason: string };

export interface TopicFeedOptions {
  readonly group: string;
  readonly topic?: TopicSpec;
  /** Milliseconds after which a tenant who is behind, and of whom no record came, is read from the log. */
  readonly sweep?: number;
  /** Milliseconds that a tenant may hold up the others of its partition. */
  readonly patience?: number;
  /** A build that many events behind reads the log until it has caught up. */
  readonly farBehind?: number;
  readonly onSeen?: (seen: Seen) => void;
}

/** Events of one tenant in one turn. */
const SLICE = 1_000;
const SUBSCRIBE_AGAIN = 1_000;

/** The feed of several machines: folds what the topic brings, as far as it follows from the log, and reads the log where the topic fails.
 * What is committed is only a hint: where each build stands, the database knows. */
export class TopicFeed implements Feed {
  private to: Folding | undefined;
  private subscribing: Promise<void> = Promise.resolve();
  private transport: LogTransport | undefined;
  private subscription: Subscription | undefined;
  /** Why there is no subscription. */
  private trouble: string | undefined;
  private stopped = false;
  private wakeUp = () => {};
  private readonly quiet: QuietTenants;
  /** Whose work took longer than the others could wait: it goes on, and the log brings the rest. */
  private readonly slow = new Set<TenantId>();
  private readonly logs: KnownLogs;
  private readonly topic: TopicSpec;
  private readonly options: Required<Omit<TopicFeedOptions, 'topic'>>;

  /** @param open asked until it answers with a transport whose topic is there; the feed closes what it was given */
  constructor(private readonly store: EventStore, private readonly open: () => Promise<LogTransport>, { topic = LOG_TOPIC, ...options }: TopicFeedOptions) {
    this.topic = topic;
    this.options = { sweep: 5_000, patience: 2_000, farBehind: 10_000, onSeen: () => {}, ...options };
    this.logs = new KnownLogs(store, (tenant) => this.options.onSeen({ what: 'no such log', tenant }));
    this.quiet = new QuietTenants(topic.partitions, this.options.sweep);
  }

  async start(to: Folding): Promise<void> {
    this.to = to;
    this.subscribing = this.subscribe(); // not awaited: while the broker is away, the sweep reads the logs
  }

  async behind(tenants: readonly Behind[]): Promise<void> {
    const isAlone = !this.quiet.isAssigned && !(await this.health()).ok; // nobody says whose tenants are ours
    const { due, doubtful } = this.quiet.among(tenants, { isAlone, isUrgent: ({ head, position, isBuilding }) => isBuilding || head - position > this.options.farBehind });
    for (const tenant of due) this.to!.readLog(tenant);
    for (const tenant of doubtful) if (this.quiet.stands(tenant, await this.to!.standsAt(tenant))) this.to!.readLog(tenant);
  }

  /** Of the way over the topic: what it fails to bring is read from the logs. */
  async health(): Promise<TransportHealth> {
    return this.transport && this.subscription ? this.transport.health() : { ok: false, reason: this.trouble ?? 'The topic is not open yet.' };
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp();
    await this.subscribing;
    await this.subscription?.stop();
    await this.transport?.close();
  }

  private async subscribe(): Promise<void> {
    while (!this.stopped) {
      try {
        this.transport ??= await this.open();
        this.subscription = await this.transport.subscribe(this.options.group, [this.topic.topic], {
          assigned: async (partitions) => this.quiet.assign(partitions),
          records: (partition, batch) => this.records(partition, batch),
          revoked: async (partitions) => this.quiet.revoke(partitions),
        });
        this.trouble = undefined;
        return;
      } catch (error) {
        const reason = (error as Error).message;
        if (this.trouble === undefined) this.options.onSeen({ what: 'not subscribed', reason });
        this.trouble = reason;
        await this.pause();
      }
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SUBSCRIBE_AGAIN);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Returns when all are folded, or left to the log: who throws, or does not return, would hold up the partition. */
  private async records({ partition }: PartitionRef, batch: readonly InRecord[]): Promise<void> {
    const byTenant = new Map<TenantId, TenantRecord[]>();
    for (const each of batch) {
      const record = readLogRecord(each);
      if (record.kind === 'unreadable') await this.refuse(record.tenant, record.reason);
      else if (partitionOf(record.tenant, this.topic.partitions) !== partition) await this.refuse(record.tenant, 'It lies in a partition that is not its tenant’s.');
      else if (byTenant.has(record.tenant)) byTenant.get(record.tenant)!.push(record);
      else byTenant.set(record.tenant, [record]);
    }
    await Promise.all([...byTenant].map(([tenant, records]) => this.foldInSlices(tenant, records)));
    if (this.stopped) throw new Error('Stopping: what was not folded is not to be committed.');
  }

  private async refuse(tenant: TenantId | null, reason: string): Promise<void> {
    this.options.onSeen({ what: 'refused', tenant, positions: [], reason });
    if (tenant && (await this.logs.has(tenant))) this.to!.readLog(tenant); // whatever it was to say
  }

  private async foldInSlices(tenant: TenantId, records: readonly TenantRecord[]): Promise<void> {
    if (!(await this.logs.has(tenant))) return;
    for (let at = 0; at < records.length && !this.stopped; at += SLICE) {
      if (this.slow.has(tenant)) return this.to!.readLog(tenant);
      await this.foldOrLeave(tenant, new TopicBatch(this.store, tenant, records.slice(at, at + SLICE), this.options.farBehind));
    }
  }

  private async foldOrLeave(tenant: TenantId, batch: TopicBatch): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => { timer = setTimeout(resolve, this.options.patience); });
    const folding = this.to!.fold(tenant, batch).then(() => this.quiet.heard(tenant), () => this.to!.readLog(tenant)).finally(() => {
      this.slow.delete(tenant);
      this.tell(tenant, batch);
    });
    this.slow.add(tenant);
    await Promise.race([folding, tooLong]);
    clearTimeout(timer);
  }

  private tell(tenant: TenantId, { tally }: TopicBatch): void {
    if (tally.duplicates > 0) this.options.onSeen({ what: 'duplicates', tenant, count: tally.duplicates });
    if (tally.refused.length > 0) this.options.onSeen({ what: 'refused', tenant, positions: tally.refused, reason: 'It does not follow from the log.' });
    if (tally.healed > 0) this.options.onSeen({ what: 'healed', tenant, count: tally.healed });
  }
}
