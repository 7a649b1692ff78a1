import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor, type SqlNames } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { sharingGrants, type SharingRow } from './sharing-grants.projection.js';

const NAMES: SqlNames = { columns: { sharingId: 's.sharing_id', grantor: 's.grantor', grantee: 's.grantee' } };

export class SharingGrantsQuery extends Query<SharingRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly status: SharingRow['status'] | null, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(SharingGrantsQuery)
export class SharingGrantsHandler implements IQueryHandler<SharingGrantsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, actor, page, status, after }: SharingGrantsQuery) {
    const may = toSql(whereOf(policy(actor, 'sharing:read', 'sharing')), NAMES, 5);
    return this.readModels.many<SharingRow>(
      tenant, sharingGrants, after,
      `SELECT sharing_id AS "sharingId", grantor, grantee, status, scope, purpose, expires FROM ${sharingGrants.table} AS s
        WHERE s.tenant_id = $1 AND s.sharing_id > $2 AND ($3::text IS NULL OR s.status = $3) AND ${may.text} ORDER BY s.sharing_id LIMIT $4`,
      [tenant, page.after?.[0] ?? '', status, page.limit, ...may.values]);
  }
}
