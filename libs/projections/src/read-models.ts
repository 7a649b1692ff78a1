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
   * @param work is told the position at which the tables are seen, which may lie beyond the one waited for; nothing where none was waited for
   * @throws NotYetFolded after three seconds, PositionBeyondTheLog at once, ReadModelIsBeingBuilt while a first build runs */
  async within<Result>(tenant: TenantId, projections: readonly Projection[], after: Position | null | undefined, work: (tx: Transaction, seenAt: Position | undefined) => Promise<Result>, options?: TransactionOptions): Promise<Result> {
    // One state for all statements, so that the figures of one answer agree with each other.
    const look = <Found>(at: (tx: Transaction) => Promise<Found>) => this.database.withTenant(tenant, at, { ...options, snapshot: true });
    if (after == null) return look((tx) => work(tx, undefined));
    // Mostly they have come that far: then the question needs no transaction of its own.
    const reached = () => look(async (tx) => {
      const mark = await this.mark(tx, projections);
      return hasReached(mark, after) ? { result: await work(tx, mark.position) } : undefined;
    });
    for (;;) {
      const found = await reached();
      if (found) return found.result;
      await this.reached(tenant, projections, after);
    }
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
      const mark = await this.database.withTenant(tenant, (tx) => this.mark(tx, projections), { snapshot: true });
      if (hasReached(mark, after)) return;
      if (first && (await this.store.head(tenant)).position < after) throw new PositionBeyondTheLog(after);
      if (performance.now() > giveUp) throw mark.live ? new NotYetFolded(after) : new ReadModelIsBeingBuilt(projections.map(({ name }) => name));
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** How far all of these have come, at least; and whether all are there to be read. */
  private async mark(tx: Transaction, projections: readonly Projection[]): Promise<Mark> {
    return (await tx.prepared<Mark>('read-mark', MARK, [tx.tenant, projections.map(({ name }) => name), projections.map(({ version }) => version)])).rows[0]!;
  }
}

interface Mark { readonly position: Position; readonly live: boolean }
const hasReached = ({ position, live }: Mark, after: Position): boolean => live && position >= after;
