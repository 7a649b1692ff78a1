import { Injectable } from '@nestjs/common';
import type { IsoDate, TenantId } from '@vouchsafe/event-schema';
import { EventStore } from '@vouchsafe/event-store';
import { ReadModels } from '@vouchsafe/projections';
import { SharedFigures, type SharedFigure, type SharingMember } from '@vouchsafe/tenancy-contracts';
import { networkOf } from '../copies/finish-membership.js';
import { sharingOf } from '../copies/finish-sharing.js';
import { OrganizationCards } from '../organization-overview/organization-cards.js';
import { sharingGrants } from './sharing-grants.projection.js';

const GRANTS_OF = `SELECT sharing_id AS "sharingId" FROM ${sharingGrants.table}
  WHERE tenant_id = $1 AND status = 'ACCEPTED' AND grantee = $1 AND grantor = $2 ORDER BY sharing_id`;

type Programs = SharingMember['programIds'];

/** Where a member shares under several grants, what any of them opens. */
const together = (one: Programs, other: Programs): Programs => (one === null || other === null ? null : [...new Set([...one, ...other])].sort());

/** The network's read model says where to look; whether a grant holds is said by the grantor's own log, at this moment. */
@Injectable()
export class FiguresSharedByMembers extends SharedFigures {
  constructor(private readonly store: EventStore, private readonly readModels: ReadModels) {
    super();
  }

  /** None for a tenant that is no group: the members of a circle are never named. A member that has left shares nothing, revoked or not. */
  async sharedWith(groupId: TenantId, figure: SharedFigure, today: IsoDate): Promise<readonly SharingMember[]> {
    const network = await networkOf(this.store, groupId);
    if (network.status !== 'formed' || network.kind !== 'GROUP') return [];
    const cards = await new OrganizationCards(this.readModels).ofAll([...network.members].sort());
    const members: SharingMember[] = [];
    for (const { organizationId, name, handle } of cards) {
      const programIds = await this.opened(organizationId, groupId, figure, today);
      if (programIds !== undefined) members.push({ organization: organizationId, handle: handle ?? organizationId, name, programIds });
    }
    return members;
  }

  /** @returns undefined if no grant holds */
  private async opened(grantor: TenantId, grantee: TenantId, figure: SharedFigure, today: IsoDate): Promise<Programs | undefined> {
    const rows = await this.readModels.many<{ sharingId: string }>(grantee, sharingGrants, null, GRANTS_OF, [grantee, grantor]);
    let opened: Programs | undefined;
    for (const { sharingId } of rows) {
      const sharing = await sharingOf(this.store, grantor, sharingId);
      if (sharing.status !== 'accepted' || sharing.terms.expires < today || !sharing.terms.scope.figures.includes(figure)) continue;
      opened = opened === undefined ? sharing.terms.scope.programIds : together(opened, sharing.terms.scope.programIds);
    }
    return opened;
  }
}
