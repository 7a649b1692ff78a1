import type { Database, Transaction } from '@vouchsafe/access';
import { inSpanOfEach } from '@vouchsafe/telemetry';
import { noCrashPoints, type CrashPoints } from '@vouchsafe/event-store';
import { readEvent, type AnyEvent, type EventCatalogue, type Position, type Recorded, type StoredEvent, type TenantId } from '@vouchsafe/event-schema';
import type { KeysSeen } from '../fold/keys-seen.js';
import { Tables, tableShape, type TableShape } from '../fold/tables.js';
import type { Build } from './builds.js';
import type { Place } from './cursor.js';

export interface Mark extends Place {
  readonly parkedAt: Position | null;
}

/** What was to be folded is not what the log holds: it came from a log that was lost, or from nobody's. */
export class NotOfThisLog extends Error {
  override readonly name = 'NotOfThisLog';
  constructor(readonly position: Position) {
    super(`The log does not hold at position ${position} what was to be folded.`);
  }
}

type KeyOfMark = readonly [TenantId, string, number, number];
const keyOf = (tenant: TenantId, { projection, build }: Build): KeyOfMark => [tenant, projection.name, projection.version, build];
const SAME = 'tenant_id = $1 AND projection = $2 AND version = $3 AND build = $4';

const MARK = `SELECT p.position, p.parked_at AS "parkedAt", encode(coalesce(p.chain, (SELECT e.chain FROM log.event AS e WHERE e.tenant_id = $1 AND e.position = p.position)), 'hex') AS chain
  FROM read.position AS p WHERE ${SAME}`;

/** Where a build stands in a tenant's log. Undefined if the build is no more: another took its place. */
export const readMark = async (database: Database, tenant: TenantId, build: Build): Promise<Mark | undefined> =>
  database.withTenant(tenant, async (tx) => {
    const key = keyOf(tenant, build);
    await tx.query(
      `INSERT INTO read.position (tenant_id, projection, version, build, position)
        SELECT $1, b.projection, b.version, b.build, 0 FROM read.build AS b WHERE b.projection = $2 AND b.version = $3 AND b.build = $4
        ON CONFLICT DO NOTHING`, key);
    return (await tx.query<Mark>(MARK, key)).rows[0];
  });

/** Shapes of tables by physical name: they change only with a build, which has tables of its own. */
const shapes = new Map<string, Promise<TableShape>>();

const tablesOf = async (tx: Transaction, { projection, build, suffix }: Build, seen: KeysSeen | undefined): Promise<Tables> => {
  const known = new Map<string, TableShape>();
  for (const [name, physical] of Object.entries(projection.tables)) {
    const cacheKey = `${physical} ${build} ${suffix}`;
    let shape = shapes.get(cacheKey);
    if (!shape) shapes.set(cacheKey, (shape = tableShape(tx, `read.${physical}${suffix}`)));
    known.set(name, await shape.catch((error: unknown) => {
      shapes.delete(cacheKey);
      throw error;
    }));
  }
  return new Tables(tx, known, seen);
};

/** Events that this projection folds, in their newest shape.
 * @param known every event type of the product: one that nobody knows must stop the reader, one that others fold may pass
 * @throws UnreadableEvent */
export const readable = (build: Build, known: EventCatalogue, events: readonly StoredEvent[]): Recorded<AnyEvent>[] => {
  const { reads } = build.projection;
  return events.filter(({ type }) => reads.byName.has(type) || !known.byName.has(type)).map((event) => readEvent(reads, event) as Recorded<AnyEvent>);
};

const MOVE = `UPDATE read.position SET position = $6, chain = (SELECT e.chain FROM log.event AS e WHERE e.tenant_id = $1 AND e.position = $6), parked_at = NULL, parked_reason = NULL
  WHERE ${SAME} AND position = $5 RETURNING encode(chain, 'hex') AS chain`;

export interface Advance {
  readonly from: Position;
  readonly to: Position;
  /** The chain that the log must hold at `to`, where the events did not come out of it. */
  readonly chain?: string | undefined;
  /** What the build may hold, if that is known from its beginning. */
  readonly seen?: KeysSeen | undefined;
}

/** Folds events and moves the position, in one transaction, by compare-and-set: a duplicate, a zombie and a second runner change nothing.
 * @returns where the build stands now; undefined if it did not stand at `from`
 * @throws NotOfThisLog if the log holds something else at `to` than is claimed */
export const apply = async (
  database: Database, tenant: TenantId, build: Build, { from, to, chain, seen }: Advance, events: readonly Recorded<AnyEvent>[], crashPoints: CrashPoints = noCrashPoints,
): Promise<Place | undefined> => {
  const place = await inSpanOfEach(events, 'fold', () => database.withTenant(tenant, async (tx) => {
    // Nobody reads a build yet, and what a crash takes back, rows and position together, is folded again. The switch is written safely, and all before it.
    if (build.state === 'BUILDING') await tx.query('SET LOCAL synchronous_commit = off');
    const { rows: [moved] } = await tx.prepared<{ chain: string | null }>('read-move', MOVE, [...keyOf(tenant, build), from, to]);
    if (!moved) return undefined;
    if (chain !== undefined && moved.chain !== chain) throw new NotOfThisLog(to);
    if (events.length > 0) await build.projection.fold(events as never, await tablesOf(tx, build, seen));
    crashPoints.passing('projection.applied');
    return { position: to, chain: moved.chain };
  }, { statementTimeout: 60_000 }), { 'vouchsafe.projection': build.projection.name });
  if (place) crashPoints.passing('projection.committed');
  return place;
};

/** Notes that this tenant's projection cannot go on, where, and why; unless it has, in the hands of somebody who can.
 * @param from where it stands */
export const park = async (database: Database, tenant: TenantId, build: Build, from: Position, at: Position, reason: string): Promise<void> =>
  database.withTenant(tenant, async (tx) => {
    await tx.query(`UPDATE read.position SET parked_at = $6, parked_reason = $7 WHERE ${SAME} AND position = $5`, [...keyOf(tenant, build), from, at, reason.slice(0, 500)]);
  });
