import type { Database } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';

/** How a policy stands to one tenant's log, and what is left to do there. */
export interface PolicyStatus {
  readonly policy: string;
  readonly organization: TenantId;
  readonly position: Position;
  readonly head: Position;
  readonly lagEvents: number;
  readonly due: number;
  readonly dead: number;
  readonly state: 'LIVE' | 'PARKED';
  readonly reason: string | null;
}

const STATUS = `SELECT p.policy, p.position, p.parked_reason AS reason, coalesce(r.due, 0)::int AS due, coalesce(r.dead, 0)::int AS dead
  FROM react.position AS p LEFT JOIN (
    SELECT policy, count(*) FILTER (WHERE state = 'DUE') AS due, count(*) FILTER (WHERE state = 'DEAD') AS dead FROM react.reaction WHERE tenant_id = $1 AND state <> 'DONE' GROUP BY policy
  ) AS r ON r.policy = p.policy WHERE p.tenant_id = $1 ORDER BY p.policy`;

type Row = Pick<PolicyStatus, 'policy' | 'position' | 'reason' | 'due' | 'dead'>;

/** Every policy against every log: what an operator looks at. Says nothing of what the logs hold. */
export const policyStatus = async (database: Database): Promise<PolicyStatus[]> => {
  const all: PolicyStatus[] = [];
  for (const { tenant, position: head } of await database.heads()) {
    const { rows } = await database.withTenant(tenant, (tx) => tx.prepared<Row>('react-status', STATUS, [tenant]));
    all.push(...rows.map((row): PolicyStatus => ({ ...row, organization: tenant, head, lagEvents: Math.max(0, head - row.position), state: row.reason === null ? 'LIVE' : 'PARKED' })));
  }
  return all;
};
