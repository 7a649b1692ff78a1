import { tenantId, type Position, type TenantId } from '@vouchsafe/event-schema';
import { Injectable } from '@nestjs/common';
import type { Database } from '@vouchsafe/access';
import { EventStore } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import { organizationOverview, type OrganizationRow } from './organization-overview.projection.js';

const SELECT = `SELECT organization_id AS "organizationId", name, handle, kind, sample FROM ${organizationOverview.table} WHERE tenant_id = $1`;

export type OrganizationCard = Omit<OrganizationRow, 'organizationId'> & { readonly organizationId: TenantId };

/** What organizations are called. Each is asked in its own tenant, one after the other: no query sees two. */
@Injectable()
export class OrganizationCards {
  constructor(private readonly readModels: ReadModels) {}

  /** @param after a position in that organization's own log. @returns null for a log that has not begun, or is not folded yet */
  async of(tenant: TenantId, after: Position | null = null): Promise<OrganizationCard | null> {
    const row = await this.readModels.one<OrganizationRow>(tenant, organizationOverview, after, SELECT, [tenant]);
    return row && { ...row, organizationId: tenantId(row.organizationId) };
  }

  async ofAll(tenants: readonly TenantId[]): Promise<OrganizationCard[]> {
    const cards: OrganizationCard[] = [];
    for (const tenant of tenants) cards.push(...[(await this.of(tenant)) ?? []].flat());
    return cards;
  }
}

/** Every organization and network of the installation: an operator's look at the machine, not open to any request. */
export const listOrganizations = async (database: Database, store: EventStore): Promise<OrganizationCard[]> =>
  new OrganizationCards(new ReadModels(database, store)).ofAll((await store.heads()).map(({ tenant }) => tenant));
