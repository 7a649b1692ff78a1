import type { Database } from '@vouchsafe/access';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { followAlarms, type AlarmRow } from '../policy/follow.js';
import type { Policy } from '../policy/policy.js';
import { recallAll, writeChanges } from '../reader/write-changes.js';

const AT_ONCE = 200;

/** The policy's place, held until the alarms have rung: the reader remembers nothing meanwhile, and nobody rings the same. Only a policy that has read
 * everything but the last seconds knows whether an alarm still stands: of a pledge that was kept in good time, nobody is reminded because a reactor was away. */
const HOLD = `SELECT p.position >= log.position_at($1, statement_timestamp() - interval '5 seconds') AS "isUpToDate", (statement_timestamp() AT TIME ZONE 'UTC')::date AS today
  FROM react.position AS p WHERE p.tenant_id = $1 AND p.policy = $2 AND p.parked_at IS NULL FOR UPDATE OF p SKIP LOCKED`;
const RINGING = `SELECT key, rings_at AS "ringsAt", position, correlation, data FROM react.alarm
  WHERE tenant_id = $1 AND policy = $2 AND rings_at <= statement_timestamp() ORDER BY rings_at, key LIMIT ${AT_ONCE}`;

/** Lets a tenant's alarms of one policy ring that are due by the clock of the database; what follows is recorded in the transaction that puts them out.
 * @returns how many rang */
export const ringAlarms = async (database: Database, tenant: TenantId, policy: Policy): Promise<number> =>
  database.withTenant(tenant, async (tx) => {
    const { rows: [held] } = await tx.query<{ isUpToDate: boolean; today: IsoDate }>(HOLD, [tenant, policy.name]);
    if (!held?.isUpToDate) return 0;
    const { rows: ringing } = await tx.query<AlarmRow>(RINGING, [tenant, policy.name]);
    if (ringing.length === 0) return 0;
    const keys = ringing.flatMap(({ key, data }) => policy.recallsFor({ key, data, today: held.today } as never));
    await writeChanges(tx, policy, followAlarms(policy, tenant, held.today, ringing, await recallAll(tx, policy, keys)));
    return ringing.length;
  }, { statementTimeout: 30_000 });
