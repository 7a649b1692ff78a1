import type { Database } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';

/** A reaction that was given up, with its original coordinates. */
export interface DeadLetter {
  readonly id: string;
  readonly policy: string;
  readonly position: Position;
  readonly kind: 'command' | 'effect';
  readonly name: string;
  readonly lane: string;
  readonly attempts: number;
  readonly reason: string;
  readonly recordedAt: string;
  readonly diedAt: string;
}

/** The newest first. */
export const deadLetters = async (database: Database, tenant: TenantId, { max }: { max: number }): Promise<DeadLetter[]> =>
  database.withTenant(tenant, async (tx) => (await tx.query<DeadLetter>(
    `SELECT reaction_id AS id, policy, position, kind, name, lane, attempts, coalesce(note, '') AS reason, recorded_at AS "recordedAt", ended_at AS "diedAt"
       FROM react.reaction WHERE tenant_id = $1 AND state = 'DEAD' ORDER BY ended_at DESC, reaction_id LIMIT $2`, [tenant, max])).rows);

export interface WhichToReplay {
  /** One of them; left out: all that the others name. */
  readonly id?: string;
  readonly policy?: string;
  /** Of the command or the channel. */
  readonly name?: string;
}

/** Makes dead letters due again, under their old ids and with the whole schedule before them.
 * @returns how many */
export const replayDeadLetters = async (database: Database, tenant: TenantId, { id, policy, name }: WhichToReplay): Promise<number> =>
  database.withTenant(tenant, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE react.reaction SET state = 'DUE', attempts = 0, due_at = clock_timestamp(), ended_at = NULL
        WHERE tenant_id = $1 AND state = 'DEAD' AND ($2::text IS NULL OR reaction_id = $2) AND ($3::text IS NULL OR policy = $3) AND ($4::text IS NULL OR name = $4)`,
      [tenant, id ?? null, policy ?? null, name ?? null]);
    return rowCount ?? 0;
  });
