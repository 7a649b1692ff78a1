import type { RelayDatabase } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { BUCKETS, bucketInSql } from './bucket.js';
import { RelayStore, type Asked, type BucketStatus, type Lease, type Move, type Page, type RelayedEvent, type Tended } from './relay-store.js';

const MS = `interval '1 millisecond'`;

// Row by row and not one DELETE: two relays that bury the same dead must not wait for each other.
const BURY = `DELETE FROM relay.member AS m USING (
    SELECT owner FROM relay.member WHERE owner <> $1 AND expires_at < clock_timestamp() FOR UPDATE SKIP LOCKED
  ) AS dead WHERE m.owner = dead.owner`;
const LIVE = `INSERT INTO relay.member (owner, expires_at) VALUES ($1, clock_timestamp() + $2 * ${MS}) ON CONFLICT (owner) DO UPDATE SET expires_at = excluded.expires_at`;
// A lease that lapsed and that nobody took is renewed under its old epoch: nobody can have acted in between.
const TEND = `WITH live AS (SELECT count(*) AS relays FROM relay.member WHERE expires_at > clock_timestamp()),
  mine AS (UPDATE relay.lease SET expires_at = clock_timestamp() + $2 * ${MS} WHERE owner = $1 RETURNING bucket, epoch),
  free AS (
    SELECT bucket FROM relay.lease WHERE owner IS DISTINCT FROM $1 AND expires_at < clock_timestamp() ORDER BY bucket
      LIMIT greatest(0, ceil(${BUCKETS}.0 / greatest(1, (SELECT relays FROM live)))::integer - (SELECT count(*) FROM mine)) FOR UPDATE SKIP LOCKED
  ),
  taken AS (
    UPDATE relay.lease AS l SET owner = $1, epoch = l.epoch + 1, expires_at = clock_timestamp() + $2 * ${MS} FROM free WHERE l.bucket = free.bucket RETURNING l.bucket, l.epoch
  )
  SELECT greatest(1, (SELECT relays FROM live)) AS relays,
    (SELECT coalesce(json_agg(json_build_object('bucket', bucket, 'epoch', epoch) ORDER BY bucket), '[]') FROM (SELECT * FROM mine UNION ALL SELECT * FROM taken) AS had) AS held`;
const RELEASE = `UPDATE relay.lease SET owner = NULL, expires_at = '-infinity' WHERE owner = $1 AND ($2::integer[] IS NULL OR bucket = ANY ($2))`;
const LEAVE = 'DELETE FROM relay.member WHERE owner = $1';

const WAITING = `FROM log.tenant_log AS t LEFT JOIN relay.mark AS m ON m.tenant_id = t.tenant_id CROSS JOIN LATERAL (SELECT coalesce(m.position, 0) AS mark) AS at`;
const BEHIND = `SELECT t.tenant_id AS tenant ${WAITING} WHERE t.position > at.mark AND ${bucketInSql('t.tenant_id')} = ANY ($1) ORDER BY t.recorded_at LIMIT $2`;
const EVENT = `e.stream, e.version, e.type, e.schema_version AS "schemaVersion", e.occurred_on AS "occurredOn", e.recorded_at AS "recordedAt", e.actor, e.request_key AS "requestKey",
  e.correlation, e.causation, e."dataText", encode(e.digest, 'hex') AS digest, encode(e.chain, 'hex') AS chain`;
// Marks and events in one statement, so of one moment. The inner page is a range scan by the log's key; the sum bounds what is sent over.
const PAGES = `SELECT t.tenant_id AS tenant, at.mark, t.position AS head, e.position, ${EVENT}
  ${WAITING} JOIN unnest($1::uuid[], $2::integer[]) AS asked (tenant, max) ON asked.tenant = t.tenant_id
  CROSS JOIN LATERAL (
    SELECT * FROM (
      SELECT *, sum(octet_length("dataText")) OVER (ORDER BY position) - octet_length("dataText") AS before FROM (
        SELECT *, data::text AS "dataText" FROM log.event WHERE tenant_id = t.tenant_id AND position > at.mark ORDER BY position LIMIT asked.max
      ) AS next
    ) AS sized WHERE before < $4 OR before = 0
  ) AS e
  WHERE t.position > at.mark AND ${bucketInSql('t.tenant_id')} = ANY ($3) ORDER BY t.tenant_id, e.position`;

// A tenant without a mark stands at 0; the row that its first move makes is not seen by the UPDATE beside it.
const ADVANCE = `WITH asked AS (SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[]) AS a (tenant, at, next, epoch)),
  made AS (INSERT INTO relay.mark (tenant_id, position, epoch) SELECT tenant, next, epoch FROM asked WHERE at = 0 ON CONFLICT (tenant_id) DO NOTHING RETURNING tenant_id),
  moved AS (
    UPDATE relay.mark AS m SET position = a.next, epoch = a.epoch FROM asked AS a
      WHERE m.tenant_id = a.tenant AND m.position = a.at AND m.epoch <= a.epoch RETURNING m.tenant_id
  )
  SELECT clock_timestamp() AS now, coalesce((SELECT array_agg(tenant_id) FROM (SELECT * FROM made UNION ALL SELECT * FROM moved) AS went), '{}')::text[] AS moved`;

const REWIND = `WITH asked AS (SELECT tenant, position, ${bucketInSql('tenant')} AS bucket FROM unnest($1::uuid[], $2::bigint[]) AS a (tenant, position)),
  fenced AS (
    UPDATE relay.lease SET owner = NULL, epoch = epoch + 1, expires_at = '-infinity' WHERE bucket IN (SELECT bucket FROM asked) RETURNING bucket, epoch
  ),
  stood AS (SELECT m.tenant_id, m.position FROM relay.mark AS m WHERE m.tenant_id = ANY ($1) FOR UPDATE),
  made AS (INSERT INTO relay.mark (tenant_id, position, epoch) SELECT a.tenant, 0, f.epoch FROM asked AS a JOIN fenced AS f ON f.bucket = a.bucket ON CONFLICT (tenant_id) DO NOTHING),
  went AS (
    UPDATE relay.mark AS m SET position = least(m.position, a.position), epoch = f.epoch FROM asked AS a JOIN fenced AS f ON f.bucket = a.bucket JOIN stood AS s ON s.tenant_id = a.tenant
      WHERE m.tenant_id = a.tenant RETURNING m.tenant_id AS tenant, s.position AS "from", m.position AS "to"
  )
  SELECT * FROM went WHERE "to" < "from" ORDER BY tenant`;

const STATUS = `SELECT l.bucket, CASE WHEN l.expires_at > clock_timestamp() THEN l.owner END AS owner, l.epoch,
    count(w.tenant)::integer AS "tenantsBehind", coalesce(sum(w.behind), 0)::bigint AS "eventsBehind", max(w.age)::float8 AS "oldestUnpublishedSeconds"
  FROM relay.lease AS l LEFT JOIN (
    SELECT t.tenant_id AS tenant, ${bucketInSql('t.tenant_id')} AS bucket, t.position - at.mark AS behind,
      (SELECT extract(epoch FROM clock_timestamp() - e.recorded_at) FROM log.event AS e WHERE e.tenant_id = t.tenant_id AND e.position = at.mark + 1) AS age
    ${WAITING} WHERE t.position > at.mark
  ) AS w ON w.bucket = l.bucket GROUP BY l.bucket ORDER BY l.bucket`;

interface PageRow extends RelayedEvent { mark: Position; head: Position }

/** In PostgreSQL, signed in as the relay. Time is the server's; every statement is a transaction. */
export class PostgresRelayStore extends RelayStore {
  constructor(private readonly database: RelayDatabase) {
    super();
  }

  async tend(owner: string, milliseconds: number): Promise<Tended> {
    await this.database.query('relay-bury', BURY, [owner]);
    await this.database.query('relay-live', LIVE, [owner, milliseconds]);
    return (await this.database.query<{ relays: number; held: Lease[] }>('relay-tend', TEND, [owner, milliseconds]))[0]!;
  }

  async release(owner: string, buckets: readonly number[]): Promise<void> {
    await this.database.query('relay-release', RELEASE, [owner, buckets]);
  }

  async leave(owner: string): Promise<void> {
    await this.database.query('relay-release', RELEASE, [owner, null]);
    await this.database.query('relay-leave', LEAVE, [owner]);
  }

  async behind(buckets: readonly number[], max: number): Promise<TenantId[]> {
    return (await this.database.query<{ tenant: TenantId }>('relay-behind', BEHIND, [buckets, max])).map(({ tenant }) => tenant);
  }

  async pages(asked: readonly Asked[], buckets: readonly number[], bytes: number): Promise<Page[]> {
    const rows = await this.database.query<PageRow>('relay-pages', PAGES, [asked.map(({ tenant }) => tenant), asked.map(({ max }) => max), buckets, bytes]);
    const pages: (Page & { events: RelayedEvent[] })[] = [];
    for (const { mark, head, ...event } of rows) {
      const last = pages.at(-1);
      if (last?.tenant === event.tenant) last.events.push(event);
      else pages.push({ tenant: event.tenant, mark, head, events: [event] });
    }
    return pages;
  }

  async advance(moves: readonly Move[]): Promise<{ moved: TenantId[]; now: string }> {
    const columns = [moves.map(({ tenant }) => tenant), moves.map(({ from }) => from), moves.map(({ to }) => to), moves.map(({ epoch }) => epoch)];
    return (await this.database.query<{ moved: TenantId[]; now: string }>('relay-advance', ADVANCE, columns))[0]!;
  }

  async rewind(to: readonly { tenant: TenantId; position: Position }[]): Promise<{ tenant: TenantId; from: Position; to: Position }[]> {
    return this.database.query('relay-rewind', REWIND, [to.map(({ tenant }) => tenant), to.map(({ position }) => position)]);
  }

  async status(): Promise<BucketStatus[]> {
    return this.database.query('relay-status', STATUS);
  }
}
