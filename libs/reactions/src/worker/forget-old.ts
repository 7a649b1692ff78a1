import type { Database } from '@vouchsafe/access';

/** Deletes what was done long ago, tenant by tenant. Dead letters stay until somebody replays them. */
export const forgetOld = async (database: Database, keptDays: number): Promise<void> => {
  for (const { tenant } of await database.heads()) {
    await database.withTenant(tenant, (tx) => tx.query(
      `DELETE FROM react.reaction WHERE tenant_id = $1 AND state = 'DONE' AND ended_at < statement_timestamp() - $2 * interval '1 day'`, [tenant, keptDays]), { statementTimeout: 30_000 });
  }
};
