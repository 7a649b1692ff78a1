import { Injectable } from '@nestjs/common';
import { PersonStandings, type DirectoryStanding } from '@vouchsafe/directory-contracts';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { ReadModels } from '@vouchsafe/projections';
import { findPersons } from '../person/person.query.js';

/** Standings from the organization's facts, as known now. */
@Injectable()
export class DirectoryPersonStandings extends PersonStandings {
  constructor(private readonly readModels: ReadModels) {
    super();
  }

  async standing(tenant: TenantId, personId: string, asOf: IsoDate): Promise<DirectoryStanding | undefined> {
    const [person] = await findPersons(this.readModels, tenant, [personId], asOf, null);
    if (!person || person.isPresent === null) return undefined;
    const { isPresent: active, level, function: work, unit, joinedOn } = person;
    return { active, level, function: work, unit, joinedOn };
  }
}
