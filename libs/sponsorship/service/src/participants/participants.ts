import { Injectable } from '@nestjs/common';
import type { TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import type { PartyFacts } from '@vouchsafe/sponsorship-domain';
import { participants } from './participants.projection.js';

const HERE = `read.${participants.tables['person_here']}`;
const SIDES = `SELECT w.role, EXISTS (SELECT FROM ${HERE} AS h WHERE h.tenant_id = $1 AND h.person_id = w.person_id) AS "isHere",
    ARRAY(SELECT p.cohort_id FROM ${participants.table} AS p WHERE p.tenant_id = $1 AND p.program_id = $2 AND p.person_id = w.person_id AND p.role = w.role ORDER BY p.cohort_id) AS cohorts
  FROM unnest(ARRAY['SPONSOR', 'PROTEGE'], ARRAY[$3, $4]::text[]) AS w (role, person_id)`;

/** What other contexts have decided about people, as of this moment: each question waits until the read model has folded the head of the log.
 * @throws NotYetFolded if that takes longer than a moment, ReadModelIsBeingBuilt: the same request can be sent again */
@Injectable()
export class Participants {
  constructor(private readonly readModels: ReadModels, private readonly log: EventStore) {}

  /** How two people stand in a programme, each in their part. */
  async pair(tenant: TenantId, programId: string, sponsorId: string, protegeId: string): Promise<{ sponsor: PartyFacts; protege: PartyFacts }> {
    const { position } = await this.log.head(tenant);
    const rows = await this.readModels.many<PartyFacts & { role: string }>(tenant, participants, position, SIDES, [tenant, programId, sponsorId, protegeId]);
    const side = (wanted: string): PartyFacts => {
      const { isHere, cohorts } = rows.find(({ role }) => role === wanted)!;
      return { isHere, cohorts };
    };
    return { sponsor: side('SPONSOR'), protege: side('PROTEGE') };
  }

  /** Whether somebody is a person of this organization who has neither left nor been deactivated. */
  async isHere(tenant: TenantId, personId: string): Promise<boolean> {
    const { position } = await this.log.head(tenant);
    return (await this.readModels.one(tenant, participants, position, `SELECT 1 FROM ${HERE} WHERE tenant_id = $1 AND person_id = $2`, [tenant, personId])) !== null;
  }
}
