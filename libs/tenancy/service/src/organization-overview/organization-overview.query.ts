import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { type Position, type TenantId } from '@vouchsafe/event-schema';
import type { Page } from '@vouchsafe/graphql';
import { ReadModels } from '@vouchsafe/projections';
import { OrganizationCards, type OrganizationCard } from './organization-cards.js';
import { membershipTable, organizationOverview, type MembershipRow } from './organization-overview.projection.js';

const MOST_NETWORKS = 50;

export class MyOrganizationQuery extends Query<OrganizationCard | null> {
  constructor(readonly tenant: TenantId, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(MyOrganizationQuery)
export class MyOrganizationHandler implements IQueryHandler<MyOrganizationQuery> {
  constructor(private readonly cards: OrganizationCards) {}

  execute({ tenant, after }: MyOrganizationQuery) {
    return this.cards.of(tenant, after);
  }
}

export class MyNetworksQuery extends Query<OrganizationCard[]> {
  constructor(readonly tenant: TenantId, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(MyNetworksQuery)
export class MyNetworksHandler implements IQueryHandler<MyNetworksQuery> {
  constructor(private readonly readModels: ReadModels, private readonly cards: OrganizationCards) {}

  async execute({ tenant, after }: MyNetworksQuery) {
    const mine = await this.cards.of(tenant, after);
    if (mine && mine.kind !== 'ORGANIZATION') return [mine];
    const rows = await this.readModels.many<{ networkId: TenantId }>(
      tenant, organizationOverview, after,
      `SELECT network_id AS "networkId" FROM ${membershipTable} WHERE tenant_id = $1 AND organization_id = $1 AND status = 'MEMBER' ORDER BY network_id LIMIT $2`, [tenant, MOST_NETWORKS]);
    return this.cards.ofAll(rows.map(({ networkId }) => networkId));
  }
}

export type NetworkMemberRow = OrganizationCard & Pick<MembershipRow, 'status'>;

/** The members that a group names, in its own tenant. */
export class NetworkMembersQuery extends Query<NetworkMemberRow[]> {
  constructor(readonly tenant: TenantId, readonly page: Page, readonly after: Position | null) {
    super();
  }
}

@QueryHandler(NetworkMembersQuery)
export class NetworkMembersHandler implements IQueryHandler<NetworkMembersQuery> {
  constructor(private readonly readModels: ReadModels, private readonly cards: OrganizationCards) {}

  async execute({ tenant, page, after }: NetworkMembersQuery) {
    const rows = await this.readModels.many<{ organizationId: TenantId; status: MembershipRow['status'] }>(
      tenant, organizationOverview, after,
      `SELECT organization_id AS "organizationId", status FROM ${membershipTable}
        WHERE tenant_id = $1 AND network_id = $1 AND ($2::uuid IS NULL OR organization_id > $2) ORDER BY organization_id LIMIT $3`,
      [tenant, page.after?.[0] ?? null, page.limit]);
    const status = new Map(rows.map((row) => [row.organizationId, row.status]));
    const cards = await this.cards.ofAll(rows.map(({ organizationId }) => organizationId));
    return cards.map((card) => ({ ...card, status: status.get(card.organizationId)! }));
  }
}
