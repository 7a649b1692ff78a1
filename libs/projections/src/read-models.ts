import type { Database, Transaction, TransactionOptions } from '@vouchsafe/access';
import type { EventStore } from '@vouchsafe/event-store';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Projection } from './projection.js';

/** A query asked to read a write that its read model has not folded yet, and waited in vain. */
export class NotYetFolded extends Error {
  override readonly name = 'NotYetFolded';
  constructor(readonly position: Position) {
    super(`The read model has not reached position ${position} yet. Ask again in a moment.`);
  }
}

/** A query asked for a position that this tenant's log does not have. */
export class PositionBeyondTheLog extends Error {
  override readonly name = 'PositionBeyondTheLog';
  constructor(readonly position: Position) {
    super(`The log has no position ${position}. Pass the position that a mutation answered.`);
  }
}

const WAIT_MS = 3_000;
const LOOK_EVERY_MS = 10;

const MARK = `SELECT coalesce(min(coalesce(p.position, 0)), 0) AS position, bool_and(b.state IS NOT NULL) AS live
  FROM unnest($2::text[], $3::integer[]) AS wanted (projection, version)
  LEFT JOIN read.build AS b ON b.projection = wanted.projection AND b.version = wanted.version AND b.state = 'LIVE'
  LEFT JOIN read.position AS p ON p.tenant_id = $1 AND p.projection = b.projection AND p.version = b.version AND p.build = b.build`;

/** A version of a read model is still being folded for the first time. */
export class ReadModelIsBeingBuilt extends Error {
  override readonly name = 'ReadModelIsBeingBuilt';
  constructor(names: readonly string[]) {
    super(`${names.join(', ')}: still being built from the log. Ask again in a moment.`);
  }
}

/** How queries reach read models: in their tenant's transaction, after the position that they ask to wait for. */
export class ReadModels {
  constructor(private readonly database: Database, private readonly store: EventStore) {}

  /** One row or none. */
  async one<Row>(tenant: TenantId, projection: Projection, after: Position | null | undefined, text: string, values: readonly unknown[]): Promise<Row | null> {
    return (await this.many<Row>(tenant, projection, after, text, values))[0] ?? null;
  }

  async many<Row>(tenant: TenantId, projection: Projection, after: Position | null | undefined, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.within(tenant, [projection], after, async (tx) => (await tx.query<Row>(text, values)).rows);
  }

  /** Several questions on one state of the tables.
   * @param after a position that a mutation answered; every projection named has folded it before `work` runs
   * @throws NotYetFolded after three seconds, PositionBeyondTheLog at once, ReadModelIsBeingBuilt while a first build runs */
  async within<Result>(tenant: TenantId, projections: readonly Projection[], after: Position | null | undefined, work: (tx: Transaction) => Promise<Result>, options?: TransactionOptions): Promise<Result> {
    if (after != null) await this.reached(tenant, projections, after);
    return this.database.withTenant(tenant, async (tx) => {
      // One state for all statements, so that the figures of one answer agree with each other.
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return work(tx);
    }, options);
  }

  /** Inside `within`: the position at which its tables are seen, which may lie beyond the one waited for. */
  async position(tx: Transaction, projections: readonly Projection[]): Promise<Position> {
    return (await tx.prepared<Mark>('read-mark', MARK, wantedOf(tx.tenant, projections))).rows[0]!.position;
  }

  /** @throws ReadModelIsBeingBuilt if a query of one of these would find nothing yet */
  async assertLive(projections: readonly Projection[]): Promise<void> {
    const live = await this.database.call<{ projection: string; version: number }>('live-builds', `SELECT projection, version FROM read.build WHERE state = 'LIVE'`, []);
    const missing = projections.filter(({ name, version }) => !live.some((build) => build.projection === name && build.version === version));
    if (missing.length > 0) throw new ReadModelIsBeingBuilt(missing.map(({ name }) => name));
  }

  private async reached(tenant: TenantId, projections: readonly Projection[], after: Position): Promise<void> {
    const giveUp = performance.now() + WAIT_MS;
    for (let first = true; ; first = false) {
      const { position, live } = await this.mark(tenant, projections);
      if (live && position >= after) return;
      if (first && (await this.store.head(tenant)).position < after) throw new PositionBeyondTheLog(after);
      if (performance.now() > giveUp) throw live ? new NotYetFolded(after) : new ReadModelIsBeingBuilt(projections.map(({ name }) => name));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** How far all of these have come, at least; and whether all are there to be read. */
  private async mark(tenant: TenantId, projections: readonly Projection[]): Promise<Mark> {
    return this.database.withTenant(tenant, async (tx) => (await tx.prepared<Mark>('read-mark', MARK, wantedOf(tenant, projections))).rows[0]!);
  }
}

interface Mark { readonly position: Position; readonly live: boolean }
const wantedOf = (tenant: TenantId, projections: readonly Projection[]) => [tenant, projections.map(({ name }) => name), projections.map(({ version }) => version)];
