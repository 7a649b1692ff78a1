import type { Database, Transaction } from '@vouchsafe/access';
import { inSpanOf } from '@vouchsafe/telemetry';
import { position, tenantId, type Position, type StoredEvent, type TenantId } from '@vouchsafe/event-schema';
import { EventStore, type Append, type AppendResult, type Head, type ProvenEvent } from '../event-store.js';
import { UnknownLog } from '../faults.js';
import { fingerprintOf, prepare } from '../prepare.js';
import type { Wakeups } from '../wakeups.js';
import { APPEND, appendArguments, appendResult, type AppendRow } from './append-call.js';
import { countAppend, countCall, countRepeat } from './append-metrics.js';
import { Coalescer } from './coalescer.js';

const COLUMNS = `position, stream, version, type, schema_version AS "schemaVersion", data, occurred_on AS "occurredOn",
  recorded_at AS "recordedAt", actor, request_key AS "requestKey", correlation, causation`;
const PROVEN = `${COLUMNS}, data::text AS "dataText", encode(digest, 'hex') AS digest, encode(chain, 'hex') AS chain`;
// Statements are planned without their values after six runs; the first two columns of the key make each a range scan all the same.
const READ = `SELECT ${COLUMNS} FROM log.event WHERE tenant_id = $1 AND position > $2 AND position <= $3 ORDER BY position LIMIT $4`;
const READ_BACKWARDS = `SELECT ${COLUMNS} FROM log.event WHERE tenant_id = $1 AND position < $2 ORDER BY position DESC LIMIT $3`;
const READ_PROVEN = `SELECT ${PROVEN} FROM log.event WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT $3`;
// Versions and positions rise together, and only versions have an index of their stream: in order of position all of it would be sorted for each page.
const READ_PROVEN_STREAM = `SELECT ${PROVEN} FROM log.event WHERE tenant_id = $1 AND position > $2 AND stream = $4 ORDER BY version LIMIT $3`;
const READ_STREAM = `SELECT ${COLUMNS} FROM log.event WHERE tenant_id = $1 AND stream = $2 AND version > $3 ORDER BY version LIMIT $4`;
// The millisecond before this one: what is recorded from now on is recorded later.
const KNOWN_NOW = `SELECT at AS instant, log.position_at($1, at) AS position FROM (SELECT date_trunc('milliseconds', clock_timestamp()) - interval '1 millisecond' AS at) AS moment`;
const RECORDED = `SELECT fingerprint, outcome, position, versions, recorded_at, conflict_stream, actual, true AS replayed
  FROM log.request WHERE tenant_id = $1 AND key = $2`;

const READING = { snapshot: true } as const;
const BEYOND_ALL = Number.MAX_SAFE_INTEGER + 1; // exact as well: it is 2^53

/** The log in PostgreSQL. */
export class PostgresEventStore extends EventStore {
  private readonly coalescer: Coalescer;

  /** @param answerWithin milliseconds that an append may take; the answer to one that takes longer counts as lost, and those behind it go on */
  constructor(private readonly database: Database, wakeups: Wakeups, { answerWithin = 30_000 }: { answerWithin?: number } = {}) {
    super();
    this.coalescer = new Coalescer(
      async (tenant, batch) => (await countCall(batch.length, () => database.call<AppendRow>('append', APPEND, appendArguments(tenant, batch), { within: answerWithin }))).map(appendResult),
      (tenant) => wakeups.announce(tenant),
    );
  }

  async openLog(tenant: TenantId, { sample = false }: { sample?: boolean } = {}): Promise<void> {
    await this.database.call('open-log', 'SELECT log.open_log($1, $2)', [tenantId(tenant), sample]);
  }

  async append(tenant: TenantId, append: Append): Promise<AppendResult> {
    const [to, prepared] = [tenantId(tenant), prepare(append)]; // the server would read another spelling as the same tenant
    return countAppend(prepared.eventCount, () => inSpanOf(append.correlation, 'append', () => this.coalescer.append(to, prepared), { 'vouchsafe.events': prepared.eventCount }));
  }

  async read(tenant: TenantId, { after, max, upTo = Number.MAX_SAFE_INTEGER }: { after: Position; max: number; upTo?: Position }): Promise<StoredEvent[]> {
    return this.within(tenant, (tx) => tx.prepared('log-read', READ, [tenant, position(after), upTo, max]));
  }

  async readBackwards(tenant: TenantId, { before = BEYOND_ALL, max }: { before?: Position; max: number }): Promise<StoredEvent[]> {
    return this.within(tenant, (tx) => tx.prepared('log-read-backwards', READ_BACKWARDS, [tenant, before, max]));
  }

  async readProven(tenant: TenantId, { after, max, stream }: { after: Position; max: number; stream?: string }): Promise<ProvenEvent[]> {
    return this.within(tenant, (tx) => (stream === undefined
      ? tx.prepared('log-read-proven', READ_PROVEN, [tenant, position(after), max])
      : tx.prepared('log-read-proven-stream', READ_PROVEN_STREAM, [tenant, position(after), max, stream])));
  }

  async readStream(tenant: TenantId, stream: string, { afterVersion = 0, max }: { afterVersion?: number; max?: number } = {}): Promise<StoredEvent[]> {
    return this.within(tenant, (tx) => tx.prepared('log-read-stream', READ_STREAM, [tenant, stream, afterVersion, max ?? null]));
  }

  async recorded(tenant: TenantId, requestKey: string, content: unknown): Promise<AppendResult | undefined> {
    const fingerprint = fingerprintOf(content);
    const [row] = await this.database.withTenant(tenant, async (tx) => (await tx.prepared<AppendRow & { fingerprint: string }>('log-recorded', RECORDED, [tenant, requestKey])).rows, READING);
    if (!row) return undefined;
    if (row.fingerprint !== fingerprint) return { outcome: 'key-reused' };
    countRepeat();
    return appendResult(row);
  }

  async head(tenant: TenantId): Promise<Head> {
    const [head] = await this.database.withTenant(tenant, async (tx) =>
      (await tx.query<Head>(`SELECT position, encode(chain, 'hex') AS chain FROM log.tenant_log WHERE tenant_id = $1`, [tenant])).rows, READING);
    if (!head) throw new UnknownLog(tenant);
    return head;
  }

  async positionAt(tenant: TenantId, instant: string): Promise<Position> {
    const [found] = await this.database.withTenant(tenant, async (tx) => (await tx.query<{ position: number | null }>('SELECT log.position_at($1, $2) AS position', [tenant, instant])).rows, READING);
    return found?.position ?? 0;
  }

  async knownNow(tenant: TenantId): Promise<{ instant: string; position: Position }> {
    const { rows } = await this.database.withTenant(tenant, (tx) => tx.prepared<{ instant: string; position: number | null }>('log-known-now', KNOWN_NOW, [tenant]), READING);
    return { instant: rows[0]!.instant, position: rows[0]!.position ?? 0 };
  }

  heads(): Promise<readonly { tenant: TenantId; position: Position }[]> {
    return this.database.heads();
  }

  private async within<E extends object>(tenant: TenantId, query: (tx: Transaction) => Promise<{ rows: E[] }>): Promise<(E & { tenant: TenantId } & StoredEvent)[]> {
    const rows = await this.database.withTenant(tenant, async (tx) => (await query(tx)).rows, { ...READING, statementTimeout: 30_000 });
    for (const row of rows) (row as { tenant?: TenantId }).tenant = tenant;
    return rows as (E & { tenant: TenantId } & StoredEvent)[];
  }
}
