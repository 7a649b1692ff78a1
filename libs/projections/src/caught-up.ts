import type { Database } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Projection } from './projection.js';

export interface CatchingUp {
  /** Milliseconds to wait at most; as long as it takes, unless said otherwise. */
  readonly within?: number;
  /** Told now and then how many events of how many are folded by all. */
  readonly onProgress?: (folded: number, events: number) => void;
  readonly signal?: AbortSignal;
}

type Head = { readonly tenant: TenantId; readonly position: Position };

const LOOK_EVERY = 50;

// The build furthest on counts for the progress; only the live one, which queries read, counts as having arrived.
const REACHED = `SELECT coalesce(min(best.position), 0) AS position, coalesce(bool_and(best.reached), true) AS reached
  FROM unnest($2::text[], $3::integer[]) AS wanted (projection, version)
  CROSS JOIN LATERAL (
    SELECT coalesce(max(p.position), 0) AS position, coalesce(bool_or(b.state = 'LIVE' AND (coalesce(p.position, 0) >= $4 OR p.parked_at IS NOT NULL)), false) AS reached
      FROM read.build AS b
      LEFT JOIN read.position AS p ON p.tenant_id = $1 AND p.projection = b.projection AND p.version = b.version AND p.build = b.build
     WHERE b.projection = wanted.projection AND b.version = wanted.version
  ) AS best`;

/** Waits until the read models that queries of these projections read have folded every log up to these heads. Who is parked is not waited for. Whoever folds them, in whatever process.
 * @returns false if they did not get there in time */
export const caughtUp = async (database: Database, projections: readonly Projection[], heads: readonly Head[], { within = Infinity, onProgress = () => {}, signal }: CatchingUp = {}): Promise<boolean> => {
  const giveUp = performance.now() + within;
  const events = heads.reduce((sum, { position }) => sum + position, 0);
  const wanted = [projections.map(({ name }) => name), projections.map(({ version }) => version)];
  const folded = new Map<TenantId, Position>();
  for (let pending = [...heads]; ;) {
    const left: Head[] = [];
    for (const head of pending) {
      const place = await database.withTenant(head.tenant, async (tx) => (await tx.prepared<{ position: Position; reached: boolean }>('read-reached', REACHED, [head.tenant, ...wanted, head.position])).rows[0]!)
        .catch(() => ({ position: folded.get(head.tenant) ?? 0, reached: false })); // a server that is away is one more reason to wait
      folded.set(head.tenant, place.reached ? head.position : Math.min(place.position, head.position));
      if (!place.reached) left.push(head);
    }
    pending = left;
    onProgress([...folded.values()].reduce((sum, position) => sum + position, 0), events);
    if (pending.length === 0) return true;
    if (signal?.aborted || performance.now() > giveUp) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
};
