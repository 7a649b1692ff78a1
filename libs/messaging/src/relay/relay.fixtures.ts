import { migrate, RelayDatabase } from '@vouchsafe/access';
import { anAppend, anEvent, aWrite, freshLog } from '@vouchsafe/event-store/testing';
import type { TenantId } from '@vouchsafe/event-schema';
import { readLogRecord } from '../log-record.js';
import type { LogTransport, OutRecord } from '../log-transport.js';
import { MemoryBroker } from '../memory/memory-broker.js';
import { MemoryLogTransport } from '../memory/memory-log-transport.js';
import { LOG_TOPIC } from '../topics.js';
import { PostgresRelayStore } from './postgres-relay-store.js';
import { relayMigration } from './relay.migration.js';
import type { RelayStore } from './relay-store.js';
import type { RelayWatch } from './relay-watch.js';

/** What a broker does with one call: what it keeps of it, and whether it says so. */
export type Fate = { readonly keeps: number; readonly says: 'acknowledged' | 'refused' | 'nothing' };

/** The broker's side of a topic, with the faults of a network before it. */
export class SpecTopic {
  readonly records: OutRecord[] = [];
  /** Sizes of the calls. */
  readonly calls: (readonly OutRecord[])[] = [];
  opened = 0;
  /** Decides over each call before it is kept; everything is kept and acknowledged unless a spec says otherwise. */
  fate: (records: readonly OutRecord[]) => Promise<Fate> | Fate = ({ length }) => ({ keeps: length, says: 'acknowledged' });

  private readonly broker = new MemoryBroker();

  /** A client of its own: one that is closed publishes nothing more. */
  readonly open = async (): Promise<LogTransport> => {
    this.opened += 1;
    const client = new SpecClient(this, this.broker);
    await client.ensureTopics([LOG_TOPIC]);
    return client;
  };

  /** Positions of a tenant in the order in which they came to lie here. */
  positionsOf(tenant: TenantId): number[] {
    return this.records.map(readRecord).filter((record) => record.tenant === tenant).map(({ position }) => position);
  }
}

const readRecord = (record: OutRecord): { tenant: TenantId; position: number } => {
  const read = readLogRecord(record);
  if (read.kind === 'unreadable') throw new Error(read.reason);
  return read;
};

class SpecClient extends MemoryLogTransport {
  constructor(private readonly topic: SpecTopic, broker: MemoryBroker) {
    super(broker);
  }

  override async publish(batch: readonly OutRecord[]): Promise<void> {
    this.topic.calls.push(batch);
    const { keeps, says } = await this.topic.fate(batch);
    await super.publish(batch.slice(0, keeps));
    this.topic.records.push(...batch.slice(0, keeps));
    if (says === 'refused') throw new Error('the broker is away');
    if (says === 'nothing') await new Promise(() => {});
  }
}

/** The first time that each position came: what a reader who drops repeats would see. */
export const firsts = (positions: readonly number[]): number[] => [...new Set(positions)];
export const upTo = (head: number): number[] => Array.from({ length: head }, (_, index) => index + 1);

/** A store whose calls pass a gate on their way in and on their way back: a process that stands still, or is no more. */
export const gated = (store: RelayStore, gate: (call: string, way: 'in' | 'back') => Promise<void>): RelayStore =>
  new Proxy(store, {
    get: (target, name: keyof RelayStore) => async (...values: unknown[]) => {
      await gate(name, 'in');
      const answer = await (target[name] as (...values: unknown[]) => Promise<unknown>).apply(target, values);
      await gate(name, 'back');
      return answer;
    },
  });

/** Holds whoever passes while it is shut. */
export class Gate {
  private opening = Promise.resolve();
  private open = () => {};

  shut(): void {
    this.opening = new Promise((resolve) => { this.open = resolve; });
  }

  release(): void {
    this.open();
  }

  readonly pass = async (): Promise<void> => this.opening;
}

/** Remembers what a relay told. */
export const witness = () => {
  const told = { published: 0, ages: [] as number[], unknown: [] as string[], troubles: [] as { doing: string; again: number; why: string }[], holes: [] as number[] };
  const watch: RelayWatch = {
    published: (ages) => { told.published += ages.length; told.ages.push(...ages); },
    unknown: (records, because) => { told.unknown.push(`${records} ${because}`); },
    holds: () => {},
    trouble: ({ doing, error, againInMilliseconds }) => { told.troubles.push({ doing, again: againInMilliseconds, why: (error as Error).message }); },
    hole: (_tenant, position) => { told.holes.push(position); },
  };
  return { told, watch };
};

/** A log in a database of its own, with what the relay keeps beside it. */
export const freshRelayLog = async () => {
  const log = await freshLog();
  await migrate(log.url, [relayMigration]);
  const relayDatabase = RelayDatabase.open(log.url, { poolSize: 8 });
  const store = new PostgresRelayStore(relayDatabase);
  const append = async (tenant: TenantId, count: number, data: unknown = {}) => {
    await log.store.append(tenant, anAppend(aWrite('s', Array.from({ length: count }, () => anEvent(data)))));
  };
  const markOf = async (tenant: TenantId): Promise<number> =>
    Number((await log.admin.query<{ position: string }>('SELECT position FROM relay.mark WHERE tenant_id = $1', [tenant])).rows[0]?.position ?? 0);
  const marks = async () => new Map((await log.admin.query<{ tenant: TenantId; position: string }>('SELECT tenant_id AS tenant, position FROM relay.mark')).rows.map(({ tenant, position }) => [tenant, Number(position)]));
  const leases = async () => (await log.admin.query<{ owner: string | null; epoch: string; bucket: number }>('SELECT bucket, owner, epoch FROM relay.lease WHERE expires_at > clock_timestamp() ORDER BY bucket')).rows;
  /** Empties everything: quicker than another database. The log refuses it, but for a superuser who switches its triggers off. */
  const reset = () => log.admin.query(`BEGIN; SET LOCAL session_replication_role = replica;
    TRUNCATE log.tenant_log, log.stream, log.event, log.request, relay.mark, relay.member;
    UPDATE relay.lease SET owner = NULL, epoch = 0, expires_at = '-infinity'; COMMIT`);
  const close = async () => {
    await relayDatabase.close();
    await log.close();
  };
  return { ...log, events: log.store, relayDatabase, store, append, markOf, marks, leases, reset, close };
};
export type FreshRelayLog = Awaited<ReturnType<typeof freshRelayLog>>;

/** Waits for a condition, as long as a loaded machine may need. */
export const until = async (what: string, holds: () => Promise<boolean> | boolean, seconds = 60): Promise<void> => {
  for (const end = performance.now() + seconds * 1_000; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 15))) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}.`);
  }
};
