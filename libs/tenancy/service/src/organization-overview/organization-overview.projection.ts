import { eventCatalogue, type EventOf, type Recorded } from '@vouchsafe/event-schema';
import { foldAll, foldByKey, projection } from '@vouchsafe/projections';
import { NetworkJoined, NetworkLeft, OrganizationInvited, OrganizationRegistered, type OrganizationKind } from '@vouchsafe/tenancy-contracts';

export interface OrganizationRow { organizationId: string; name: string; handle: string | null; kind: OrganizationKind; sample: boolean }
export interface MembershipRow { networkId: string; organizationId: string; status: 'INVITED' | 'MEMBER' }

const reads = eventCatalogue(OrganizationRegistered, OrganizationInvited, NetworkJoined, NetworkLeft);
type Event = EventOf<typeof reads>;

const organization = (row: OrganizationRow | undefined, { type, data }: Recorded<Event>): OrganizationRow | undefined =>
  (type === 'OrganizationRegistered' ? { ...data } : row);

const membership = (row: MembershipRow | undefined, { type, data }: Recorded<Event>): MembershipRow | undefined => {
  switch (type) {
    case 'OrganizationRegistered': return row;
    case 'OrganizationInvited': return { ...data, status: 'INVITED' };
    case 'NetworkJoined': return { ...data, status: 'MEMBER' };
    case 'NetworkLeft': return undefined;
  }
};

export const organizationOverview = projection({
  name: 'organization-overview', version: 1, sql: new URL('./organization-overview.sql', import.meta.url), tables: ['organization_overview', 'network_membership'], reads,
  ...foldAll<Event>(
    foldByKey<Event, OrganizationRow>('organization_overview', ({ type, data }) => (type === 'OrganizationRegistered' ? data.organizationId : undefined), organization),
    foldByKey<Event, MembershipRow>('network_membership', ({ type, data }) =>
      (type === 'OrganizationRegistered' ? undefined : { networkId: data.networkId, organizationId: data.organizationId }), membership),
  ),
});

/** The second table, as a query names it. */
export const membershipTable = `read.${organizationOverview.tables['network_membership']!}`;
