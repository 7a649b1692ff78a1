import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { policy, toSql, whereOf, type Actor, type SqlNames } from '@vouchsafe/access';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import type { Role } from '@vouchsafe/tenancy-contracts';
import { roleHolders } from './role-holders.projection.js';

export interface RoleHolderRow { personId: string; roles: { role: Role; programId: string | null }[] }

const NAMES: SqlNames = { columns: { personId: 'h.person_id', role: 'h.role', programId: 'h.program_id' } };

export class RoleHoldersQuery extends Query<RoleHolderRow[]> {
  constructor(readonly tenant: TenantId, readonly actor: Actor, readonly page: Page, readonly role: Role | null, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(RoleHoldersQuery)
export class RoleHoldersHandler implements IQueryHandler<RoleHoldersQuery> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ tenant, actor, page, role, after }: RoleHoldersQuery) {
    const may = toSql(whereOf(policy(actor, 'role:read', 'role-grant')), NAMES, 5);
    return this.readModels.many<RoleHolderRow>(
      tenant, roleHolders, after,
      `SELECT h.person_id AS "personId", jsonb_agg(jsonb_build_object('role', h.role, 'programId', nullif(h.program_id, '')) ORDER BY h.role, h.program_id) AS roles
         FROM ${roleHolders.table} AS h WHERE h.tenant_id = $1 AND h.person_id > $2 AND ${may.text}
        GROUP BY h.person_id HAVING $3::text IS NULL OR bool_or(h.role = $3) ORDER BY h.person_id LIMIT $4`,
      [tenant, page.after?.[0] ?? '', role, page.limit, ...may.values]);
  }
}
