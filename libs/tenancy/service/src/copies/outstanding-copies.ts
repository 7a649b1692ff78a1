import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import { sharingGrants, type SharingRow } from '../sharing-grants/sharing-grants.projection.js';
import { finishMemberships, networkOf } from './finish-membership.js';
import { finishSharing, type Parties } from './finish-sharing.js';

/** Finishes, for one tenant, every step between two logs that a crash left half done. Each copy is written once, whoever writes it.
 * It goes by what the read model knows of grants, so a grant of the last moment is found at the next look. */
export const finishOutstandingCopies = async (store: EventStore, readModels: ReadModels, tenant: TenantId): Promise<void> => {
  if ((await networkOf(store, tenant)).status === 'formed') await finishMemberships(store, tenant);
  const grants = await readModels.many<Pick<SharingRow, 'sharingId'> & Parties>(
    tenant, sharingGrants, null, `SELECT sharing_id AS "sharingId", grantor, grantee FROM ${sharingGrants.table} WHERE tenant_id = $1 ORDER BY sharing_id`, [tenant]);
  for (const grant of grants) await finishSharing(store, grant);
};

/** The look at all tenants when a process starts. */
@Injectable()
export class OutstandingCopies implements OnApplicationBootstrap {
  constructor(private readonly store: EventStore, private readonly readModels: ReadModels) {}

  /** Does not hold up the start: whoever asks meanwhile sees less shared than was agreed, never more. */
  onApplicationBootstrap(): void {
    void this.finish().catch(() => {}); // the server is away; the next step between the same two, or the next start, finishes it
  }

  async finish(): Promise<void> {
    for (const { tenant } of await this.store.heads()) await finishOutstandingCopies(this.store, this.readModels, tenant);
  }
}
