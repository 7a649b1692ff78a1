import { Database } from '@vouchsafe/access';
import { LocalWakeups, MemoryEventStore, PostgresEventStore, type ProvenEvent } from '@vouchsafe/event-store';
import { anAppend, anEvent, aWrite } from '@vouchsafe/event-store/testing';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { logRecordOf, type LogTransport, type OutRecord, type TopicSpec } from '@vouchsafe/messaging';
import type { Projection } from '../projection.js';
import { ProjectionRunner, type RunnerOptions } from '../runner/runner.js';
import { projectionStatus, type ProjectionStatus } from '../status.js';
import { tallyEvents } from '../tally.fixtures.js';
import type { FreshReadModels } from '../testing.js';
import { TopicFeed, type Seen, type TopicFeedOptions } from './topic-feed.js';

/** Waits for what must come about; a busy machine is slow, and not wrong. */
export const until = async (holds: () => Promise<boolean> | boolean, seconds = 90): Promise<void> => {
  for (const end = Date.now() + seconds * 1_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 10))) if (Date.now() > end) throw new Error('It never came about.');
};

/** Events that count on one key: what a fold must sum up exactly once. */
export const counts = (...by: number[]) => by.map((one) => anEvent({ key: 'a', by: one }, { type: 'Counted' }));

export const anAppendOf = (...by: number[]) => anAppend(aWrite('s', counts(...by)));

/** Logs, a topic and runners that read it. The runners are as other processes: a store that counts what is read of the log, nothing shared but database and broker. */
export class TopicWorld {
  readonly seen: Seen[] = [];
  /** What was read of the logs, page by page. */
  readonly reads: { tenant: TenantId; after: Position }[] = [];
  private readonly runners = new Set<ProjectionRunner>();
  private readonly databases: Database[] = [];

  constructor(readonly models: FreshReadModels, private readonly projection: Projection, readonly topic: TopicSpec) {}

  /** @param transport of its own, as another process has */
  async running(transport: LogTransport, { feed, ...options }: Partial<Omit<RunnerOptions, 'feed'>> & { feed?: Partial<TopicFeedOptions> } = {}): Promise<ProjectionRunner> {
    const database = Database.open(this.models.url, { poolSize: 5 });
    this.databases.push(database);
    const store = new PostgresEventStore(database, new LocalWakeups());
    const read = store.read.bind(store);
    store.read = (tenant, asked) => {
      this.reads.push({ tenant, after: asked.after });
      return read(tenant, asked);
    };
    const runner = new ProjectionRunner(database, store, new LocalWakeups(), {
      projections: [this.projection], known: tallyEvents, poll: 20, retryParked: 30, ...options,
      feed: new TopicFeed(store, async () => transport, { group: 'g', topic: this.topic, sweep: 600_000, onSeen: (seen) => this.seen.push(seen), ...feed }),
    });
    this.runners.add(runner);
    await runner.start();
    return runner;
  }

  async stop(runner: ProjectionRunner): Promise<void> {
    this.runners.delete(runner);
    await runner.stop();
  }

  async close(): Promise<void> {
    for (const runner of this.runners) await runner.stop();
    for (const database of this.databases) await database.close();
  }

  async count(tenant: TenantId, ...by: number[]): Promise<void> {
    await this.models.store.append(tenant, anAppendOf(...by));
  }

  /** What the relay would publish of these positions. */
  async records(tenant: TenantId, from: Position, to: Position): Promise<OutRecord[]> {
    return (await this.models.store.readProven(tenant, { after: from - 1, max: to - from + 1 })).map((event) => this.recordOf(event));
  }

  recordOf(event: ProvenEvent): OutRecord {
    return logRecordOf(event, { to: this.topic });
  }

  async status(tenant: TenantId): Promise<ProjectionStatus> {
    return (await projectionStatus(this.models.database, this.models.store)).find(({ organization, projection, version }) => organization === tenant && projection === this.projection.name && version === this.projection.version)!;
  }

  async isFolded(...tenants: TenantId[]): Promise<boolean> {
    for (const tenant of tenants) {
      const { position, head } = await this.status(tenant);
      if (position !== head) return false;
    }
    return true;
  }

  async total(tenant: TenantId): Promise<number | undefined> {
    return (await this.models.admin.query('SELECT total::int FROM read.tally_v1 WHERE tenant_id = $1', [tenant])).rows[0]?.total as number | undefined;
  }

  /** How many records each kind of sight stands for. */
  tally(what: 'duplicates' | 'healed'): number {
    return this.seen.reduce((sum, seen) => (seen.what === what ? sum + seen.count : sum), 0);
  }

  refused(): string[] {
    return this.seen.flatMap((seen) => (seen.what === 'refused' ? [`${seen.positions.join(' ') || '-'}: ${seen.reason}`] : []));
  }
}

/** The same tenant's log as it might have gone on: what a topic holds after the database fell back to an older copy. */
export const anotherHistory = async (tenant: TenantId, shared: readonly ProvenEvent[], ...by: number[]): Promise<ProvenEvent[]> => {
  let now = 0;
  const store = new MemoryEventStore(new LocalWakeups(), () => now);
  await store.openLog(tenant);
  for (const { stream, type, schemaVersion, occurredOn, data, recordedAt, requestKey, actor, correlation } of shared) {
    now = Date.parse(recordedAt);
    await store.append(tenant, { requestKey: `${requestKey}`, actor, correlation, writes: [{ stream, expected: 'any', events: [{ type, schemaVersion, occurredOn, data }] }] });
  }
  for (const event of counts(...by)) await store.append(tenant, anAppend(aWrite('s', [event])));
  return store.readProven(tenant, { after: 0, max: 1_000 });
};
