import type { Database } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';

/** A reaction that this worker may try now, and nobody else until the lease ends. */
export interface Claimed {
  readonly tenant: TenantId;
  readonly reactionId: string;
  readonly policy: string;
  readonly position: Position;
  readonly kind: 'command' | 'effect';
  readonly name: string;
  readonly lane: string;
  readonly payload: object;
  readonly correlation: string;
  /** Which attempt this is, from 1. */
  readonly attempts: number;
}

export interface ClaimOptions {
  readonly max: number;
  /** Milliseconds until others may take it over. */
  readonly lease: number;
  /** How many of a lane may be under way at once, by the name of the command or the channel. What is not named is left to other workers. */
  readonly widths: ReadonlyMap<string, number>;
  /** How many are, lane by lane. */
  readonly underWay: readonly { readonly name: string; readonly lane: string; readonly count: number }[];
}

// Ranks are told without locks; who locks looks again at what it has locked. statement_timestamp and not clock_timestamp, for only what stays the same
// within a statement is looked up in an index.
const CLAIM = `
  WITH waiting AS (
    SELECT r.reaction_id, row_number() OVER (PARTITION BY r.name, r.lane ORDER BY r.due_at, r.position, r.ordinal) AS place, known.width - coalesce(busy.count, 0) AS free
      FROM react.reaction AS r JOIN unnest($4::text[], $5::integer[]) AS known (name, width) ON known.name = r.name
      LEFT JOIN unnest($6::text[], $7::text[], $8::integer[]) AS busy (name, lane, count) ON busy.name = r.name AND busy.lane = r.lane
     WHERE r.tenant_id = $1 AND r.state = 'DUE' AND r.due_at <= statement_timestamp()
  ), mine AS (
    SELECT r.reaction_id FROM react.reaction AS r
     WHERE r.tenant_id = $1 AND r.state = 'DUE' AND r.due_at <= statement_timestamp() AND r.reaction_id IN (SELECT w.reaction_id FROM waiting AS w WHERE w.place <= w.free)
     ORDER BY r.due_at, r.position, r.ordinal LIMIT $2 FOR UPDATE SKIP LOCKED
  )
  UPDATE react.reaction AS r SET attempts = r.attempts + 1, due_at = statement_timestamp() + $3 * interval '1 millisecond'
    FROM mine WHERE r.tenant_id = $1 AND r.reaction_id = mine.reaction_id
  RETURNING r.tenant_id AS tenant, r.reaction_id AS "reactionId", r.policy, r.position, r.kind, r.name, r.lane, r.payload, r.correlation, r.attempts`;

/** Takes what is due, oldest first. */
export const claim = async (database: Database, tenant: TenantId, { max, lease, widths, underWay }: ClaimOptions): Promise<Claimed[]> =>
  database.withTenant(tenant, async (tx) => (await tx.query<Claimed>(CLAIM, [
    tenant, max, lease, [...widths.keys()], [...widths.values()], underWay.map(({ name }) => name), underWay.map(({ lane }) => lane), underWay.map(({ count }) => count),
  ])).rows);

/** How an attempt ended. */
export type Ending =
  | { readonly state: 'DONE'; readonly note: string | null }
  | { readonly state: 'DEAD'; readonly note: string }
  /** Not yet. @property wait milliseconds until it is due again @property isCounted false where it was put off and not tried */
  | { readonly state: 'DUE'; readonly note: string; readonly wait: number; readonly isCounted: boolean };

const END = `UPDATE react.reaction SET state = $4, note = $5, attempts = attempts - $7, due_at = CASE WHEN $4 = 'DUE' THEN clock_timestamp() + $6 * interval '1 millisecond' ELSE due_at END,
    ended_at = CASE WHEN $4 = 'DUE' THEN NULL ELSE clock_timestamp() END
  WHERE tenant_id = $1 AND reaction_id = $2 AND attempts = $3 AND state = 'DUE'`;

/** Writes down how an attempt ended.
 * @returns false if somebody else has taken it over since */
export const endAttempt = async (database: Database, { tenant, reactionId, attempts }: Claimed, ending: Ending): Promise<boolean> =>
  database.withTenant(tenant, async (tx) => {
    const isDue = ending.state === 'DUE';
    const { rowCount } = await tx.query(END, [tenant, reactionId, attempts, ending.state, ending.note?.slice(0, 500) ?? null, isDue ? ending.wait : 0, isDue && !ending.isCounted ? 1 : 0]);
    return rowCount === 1;
  });
