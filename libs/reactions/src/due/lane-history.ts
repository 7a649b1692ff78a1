import type { Database } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';

/** What became of one reaction so far. */
export interface LaneEntry {
  readonly id: string;
  readonly position: Position;
  readonly payload: object;
  readonly state: 'DUE' | 'DONE' | 'DEAD';
  readonly attempts: number;
  /** What became of the last attempt. */
  readonly note: string | null;
  readonly recordedAt: string;
  /** Null while it is due. */
  readonly endedAt: string | null;
}

export interface OfLane {
  /** Of the channel or the command. */
  readonly name: string;
  readonly lane: string;
}

/** A lane's reactions, the newest event's first; those done long ago are forgotten.
 * @param before goes on behind the entry of this position and id */
export const laneHistory = async (database: Database, tenant: TenantId, { name, lane, before, max }: OfLane & { before: { position: Position; id: string } | null; max: number }): Promise<LaneEntry[]> =>
  database.withTenant(tenant, async (tx) => (await tx.query<LaneEntry>(
    `SELECT reaction_id AS id, position, payload, state, attempts, note, recorded_at AS "recordedAt", ended_at AS "endedAt" FROM react.reaction
      WHERE tenant_id = $1 AND name = $2 AND lane = $3 AND ($4::bigint IS NULL OR (position, reaction_id) < ($4, $5)) ORDER BY position DESC, reaction_id DESC LIMIT $6`,
    [tenant, name, lane, before?.position ?? null, before?.id ?? null, max])).rows);

/** Makes a reaction of a lane due once more, done or dead, under its old id. The same request does it once, and one that is due already stays so.
 * @returns false if there is no such reaction */
export const replay = async (database: Database, tenant: TenantId, { name, lane, id, requestKey }: OfLane & { id: string; requestKey: string }): Promise<boolean> =>
  database.withTenant(tenant, async (tx) => {
    await tx.query(
      `UPDATE react.reaction SET state = 'DUE', attempts = 0, due_at = clock_timestamp(), ended_at = NULL, replay_key = $5
        WHERE tenant_id = $1 AND name = $2 AND lane = $3 AND reaction_id = $4 AND state <> 'DUE' AND replay_key IS DISTINCT FROM $5`, [tenant, name, lane, id, requestKey]);
    return (await tx.query('SELECT FROM react.reaction WHERE tenant_id = $1 AND name = $2 AND lane = $3 AND reaction_id = $4', [tenant, name, lane, id])).rowCount === 1;
  });
