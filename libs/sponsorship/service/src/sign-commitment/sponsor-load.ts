import { Injectable } from '@nestjs/common';
import type { Position, TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { defaultProgramSettings } from '@vouchsafe/programs-contracts';
import { NotYetFolded, ReadModelIsBeingBuilt, ReadModels } from '@vouchsafe/projections';
import { commitmentOverview } from '../commitment-overview/commitment-overview.projection.js';

const LIVING = `SELECT count(*)::int AS living FROM ${commitmentOverview.table} WHERE tenant_id = $1 AND sponsor_id = $2 AND status IN ('active', 'paused', 'fulfilled')`;

/** How much room a sponsor has. */
@Injectable()
export class SponsorLoad {
  constructor(private readonly readModels: ReadModels, private readonly log: EventStore) {}

  /** Places of a sponsor who set none, less the commitments that run; negative if there are more. */
  async freePlaces(tenant: TenantId, sponsorId: string): Promise<number> {
    return defaultProgramSettings.sponsorCapacity - await this.living(tenant, sponsorId);
  }

  private async living(tenant: TenantId, sponsorId: string): Promise<number> {
    const { position } = await this.log.head(tenant);
    try {
      return await this.count(tenant, sponsorId, position);
    } catch (error) {
      if (!(error instanceof NotYetFolded || error instanceof ReadModelIsBeingBuilt)) throw error;
      // Behind by more than a moment: signing goes on by what is known. One sponsorship too many can be talked about, a standstill cannot.
      return this.count(tenant, sponsorId, null);
    }
  }

  private async count(tenant: TenantId, sponsorId: string, after: Position | null): Promise<number> {
    return (await this.readModels.one<{ living: number }>(tenant, commitmentOverview, after, LIVING, [tenant, sponsorId]))?.living ?? 0;
  }
}
