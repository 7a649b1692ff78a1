import { Injectable } from '@nestjs/common';
import { Database } from '@vouchsafe/access';
import { PersonStandings, type DirectoryStanding } from '@vouchsafe/directory-contracts';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { ReadModels } from '@vouchsafe/projections';
import { findPersons } from '../person/person.query.js';

const BAND = 'SELECT rating_band AS "ratingBand" FROM directory.person_card WHERE tenant_id = $1 AND person_id = $2';

/** Standings from the organization's facts, as known now. The band comes from the card, for rules alone: nobody is shown it. */
@Injectable()
export class DirectoryPersonStandings extends PersonStandings {
  constructor(private readonly readModels: ReadModels, private readonly database: Database) {
    super();
  }

  async standing(tenant: TenantId, personId: string, asOf: IsoDate): Promise<DirectoryStanding | undefined> {
    const [person] = await findPersons(this.readModels, tenant, [personId], asOf, null);
    if (!person || person.isPresent === null) return undefined;
    const { rows } = await this.database.withTenant(tenant, (tx) => tx.query<{ ratingBand: string | null }>(BAND, [tenant, personId]));
    const { isPresent, hasAccess, level, function: work, unit, joinedOn } = person;
    return { active: isPresent && hasAccess, level, function: work, unit, joinedOn, ratingBand: rows[0]?.ratingBand ?? null };
  }
}
