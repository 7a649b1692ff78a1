import { Injectable } from '@nestjs/common';
import { blindIndex, Database, DevelopmentPersons, type DevelopmentPerson, type Role } from '@vouchsafe/access';
import { PersonCards } from '@vouchsafe/directory-contracts';
import { EventStore } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import { FrontKeys } from '../front/front-keys.js';
import { OrganizationCards, type OrganizationCard } from '../organization-overview/organization-cards.js';
import { roleHolders } from '../role-holders/role-holders.projection.js';

const MOST_PER_ROLE = 2;

const FEW_OF_EACH_ROLE = `
  SELECT person_id AS "personId", array_agg(DISTINCT role ORDER BY role) AS roles FROM ${roleHolders.table}
   WHERE tenant_id = $1 AND person_id IN (
     SELECT person_id FROM (SELECT person_id, row_number() OVER (PARTITION BY role ORDER BY person_id) AS place FROM (SELECT DISTINCT role, person_id FROM ${roleHolders.table} WHERE tenant_id = $1) AS h) AS ranked
      WHERE place <= $2)
   GROUP BY person_id ORDER BY min(role), person_id`;

/** Whom a developer may be with one click: a few holders of each role in organizations of sample data, and in no others. */
@Injectable()
export class PersonsOfSampleOrganizations extends DevelopmentPersons {
  constructor(
    private readonly database: Database, private readonly store: EventStore, private readonly readModels: ReadModels,
    private readonly persons: PersonCards, private readonly front: FrontKeys,
  ) {
    super();
  }

  async list(): Promise<DevelopmentPerson[]> {
    const organizations = await new OrganizationCards(this.readModels).ofAll((await this.store.heads()).map(({ tenant }) => tenant));
    const offered: DevelopmentPerson[] = [];
    for (const organization of organizations) if (organization.sample) offered.push(...(await this.offeredIn(organization)));
    return offered;
  }

  /** Whoever has this address in any organization of this installation: a people file may have been brought in. */
  override async find(email: string): Promise<Pick<DevelopmentPerson, 'email'> | undefined> {
    const places = await this.front.placesOf(blindIndex(await this.database.installationSecret(), email));
    return places.length > 0 ? { email } : undefined;
  }

  private async offeredIn({ organizationId, handle, name }: OrganizationCard): Promise<DevelopmentPerson[]> {
    const holders = await this.readModels.many<{ personId: string; roles: Role[] }>(organizationId, roleHolders, null, FEW_OF_EACH_ROLE, [organizationId, MOST_PER_ROLE]);
    const cards = await this.persons.cards(organizationId, holders.map(({ personId }) => personId));
    return holders.flatMap(({ personId, roles }) => {
      const card = cards.get(personId);
      return card?.workEmail ? [{ email: card.workEmail, name: card.name, organization: { handle: handle ?? organizationId, name }, roles }] : [];
    });
  }
}
