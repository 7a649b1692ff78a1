import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { ReadModels } from '@vouchsafe/projections';
import { delegates, type DelegateRow } from './delegates.projection.js';

export class DelegatesQuery extends Query<DelegateRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(DelegatesQuery)
export class DelegatesHandler implements IQueryHandler<DelegatesQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, actor, after }: DelegatesQuery) {
    const may = toSql(whereOf(policy(actor, 'delegate:read', 'delegation')), { tenant: 'd.tenant_id', columns: { sponsorId: 'd.sponsor_id' } }, 2);
    return this.readModels.many<DelegateRow>(tenant, delegates, after,
      `SELECT sponsor_id AS "sponsorId", delegate_id AS "delegateId", since FROM ${delegates.table} AS d WHERE d.tenant_id = $1 AND ${may.text} ORDER BY delegate_id`, [tenant, ...may.values]);
  }
}
