import { Injectable } from '@nestjs/common';
import type { TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import { commitmentOverview } from '../commitment-overview/commitment-overview.projection.js';

const RUNNING = `SELECT commitment_id AS "commitmentId" FROM ${commitmentOverview.table}
  WHERE tenant_id = $1 AND sponsor_id = $2 AND status IN ('active', 'paused', 'fulfilled') ORDER BY commitment_id`;

/** What a sponsor has going, for the one time when their places are counted. */
@Injectable()
export class RunningCommitments {
  constructor(private readonly readModels: ReadModels, private readonly log: EventStore) {}

  /** As of this moment: a count that begins with an old one would be wrong for good.
   * @throws NotYetFolded, ReadModelIsBeingBuilt: the same request can be sent again */
  async ofSponsor(tenant: TenantId, sponsorId: string): Promise<readonly string[]> {
    const { position } = await this.log.head(tenant);
    const rows = await this.readModels.many<{ commitmentId: string }>(tenant, commitmentOverview, position, RUNNING, [tenant, sponsorId]);
    return rows.map(({ commitmentId }) => commitmentId);
  }
}
