import { Injectable } from '@nestjs/common';
import { blindIndex, Database, Memberships, type Membership, type Role } from '@vouchsafe/access';
import { ReadModels } from '@vouchsafe/projections';
import { FrontKeys, type SignInPlace } from '../front/front-keys.js';
import { OrganizationCards } from '../organization-overview/organization-cards.js';
import { roleHolders } from '../role-holders/role-holders.projection.js';
import { EVERYBODY, signInsEnded } from '../sign-ins-ended/sign-ins-ended.projection.js';

/** From a sign-in to the organizations that know it. The directory writes a key for everybody's work e-mail address and deletes it on the
 * day they leave, so whoever has left is nowhere a member, whatever roles they held. Should the process die between the event and the key,
 * the log still says that they left, and that counts. */
@Injectable()
export class MembershipsOfOrganizations extends Memberships {
  private secret: Promise<string> | undefined;

  constructor(private readonly database: Database, private readonly front: FrontKeys, private readonly readModels: ReadModels) {
    super();
  }

  async find({ email }: { issuer: string; subject: string; email?: string }): Promise<Membership[]> {
    if (email === undefined) return [];
    this.secret ??= this.database.installationSecret();
    const secret = await this.secret.catch((error: unknown) => {
      this.secret = undefined; // the server may have been away
      throw error;
    });
    const places = await this.front.placesOf(blindIndex(secret, email));
    const memberships: Membership[] = [];
    for (const place of places) {
      const membership = await this.membership(place);
      if (membership) memberships.push(membership);
    }
    return memberships;
  }

  private async membership({ tenant, personId }: SignInPlace): Promise<Membership | undefined> {
    const ends = await this.readModels.many<{ notBefore: number; accessEnded: boolean }>(
      tenant, signInsEnded, null,
      `SELECT (extract(epoch FROM not_before) * 1000)::float8 AS "notBefore", access_ended AS "accessEnded" FROM ${signInsEnded.table} WHERE tenant_id = $1 AND person_id IN ($2, $3)`,
      [tenant, personId, EVERYBODY]);
    if (ends.some(({ accessEnded }) => accessEnded)) return undefined;
    const held = await this.readModels.many<{ role: Role; programId: string }>(
      tenant, roleHolders, null, `SELECT role, program_id AS "programId" FROM ${roleHolders.table} WHERE tenant_id = $1 AND person_id = $2`, [tenant, personId]);
    const card = await new OrganizationCards(this.readModels).of(tenant);
    return {
      tenant, personId, handle: card?.handle ?? tenant, notBefore: Math.max(0, ...ends.map(({ notBefore }) => notBefore)),
      // Whether somebody is a sponsor or a protégé is no rank but a relation to a commitment: anybody may become either, and the policy ties both to
      // the rows in which they are. So everybody known has the two, and alone they open nothing but one's own.
      roles: new Set<Role>(['SPONSOR', 'PROTEGE', ...held.map(({ role }) => role)]),
      leads: new Set(held.filter(({ role }) => role === 'PROGRAM_LEAD').map(({ programId }) => programId)),
    };
  }
}
