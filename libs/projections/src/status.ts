import type { Database } from '@vouchsafe/access';
import type { EventStore } from '@vouchsafe/event-store';
import type { Position, TenantId } from '@vouchsafe/event-schema';

/** How far one build of a projection is behind one tenant's log. */
export interface ProjectionStatus {
  readonly projection: string;
  readonly version: number;
  readonly organization: TenantId;
  readonly position: Position;
  readonly head: Position;
  readonly lagEvents: number;
  /** Age of the oldest event not folded yet, in seconds; 0 at the head. */
  readonly lagSeconds: number;
  readonly state: 'LIVE' | 'BUILDING' | 'PARKED';
  readonly reason: string | null;
}

const MARKS = `SELECT b.projection, b.version, b.state, coalesce(p.position, 0) AS position, p.parked_reason AS reason,
    (SELECT extract(epoch FROM clock_timestamp() - e.recorded_at)::float8 FROM log.event AS e WHERE e.tenant_id = $1 AND e.position = coalesce(p.position, 0) + 1) AS age
  FROM read.build AS b
  LEFT JOIN read.position AS p ON p.tenant_id = $1 AND p.projection = b.projection AND p.version = b.version AND p.build = b.build
  ORDER BY b.projection, b.version, b.build`;

interface Mark { projection: string; version: number; state: 'LIVE' | 'BUILDING'; position: Position; reason: string | null; age: number | null }

/** Every build of every projection against every log: what an operator looks at. Says nothing of what the logs hold. */
export const projectionStatus = async (database: Database, store: EventStore): Promise<ProjectionStatus[]> => {
  const all: ProjectionStatus[] = [];
  for (const { tenant, position: head } of await store.heads()) {
    const { rows } = await database.withTenant(tenant, (tx) => tx.prepared<Mark>('projection-marks', MARKS, [tenant]));
    all.push(...rows.map(({ projection, version, state, position, reason, age }): ProjectionStatus => ({
      projection, version, organization: tenant, position, head, lagEvents: Math.max(0, head - position),
      lagSeconds: Math.round((age ?? 0) * 1000) / 1000, state: reason === null ? state : 'PARKED', reason,
    })));
  }
  return all;
};
