import { tenantId, type DataOf } from '@vouchsafe/event-schema';
import {
  EverybodySignedOut, NetworkFormed, NetworkJoined, NetworkLeft, OrganizationInvited, OrganizationRegistered, PersonSignedOut, RoleGranted, RoleRevoked,
  SharingAccepted, SharingGranted, SharingRevoked,
} from '@vouchsafe/tenancy-contracts';

export const ACME = tenantId('acaeacae-0000-4000-8000-000000000001');
export const GLOBEX = tenantId('910be800-0000-4000-8000-000000000002');
/** The group that both belong to, and its log. */
export const NORTHWIND_GROUP = tenantId('9012041d-0000-4000-8000-000000000003');
export const AMARA = 'p-amara';

type Some<T> = Partial<DataOf<T>>;

export const anOrganizationRegistered = (some: Some<typeof OrganizationRegistered> = {}) =>
  OrganizationRegistered.of({ organizationId: ACME, name: 'Acme Instruments', handle: 'acme', kind: 'ORGANIZATION', sample: false, ...some });
export const aNetworkFormed = (some: Some<typeof NetworkFormed> = {}) => NetworkFormed.of({ networkId: NORTHWIND_GROUP, kind: 'GROUP', ...some });

const aMembership = (some: Some<typeof NetworkJoined>) => ({ networkId: NORTHWIND_GROUP, organizationId: ACME, ...some });
export const anOrganizationInvited = (some: Some<typeof OrganizationInvited> = {}) => OrganizationInvited.of(aMembership(some));
export const aNetworkJoined = (some: Some<typeof NetworkJoined> = {}) => NetworkJoined.of(aMembership(some));
export const aNetworkLeft = (some: Some<typeof NetworkLeft> = {}) => NetworkLeft.of(aMembership(some));

const aGrantOfARole = (some: Some<typeof RoleGranted>) => ({ personId: AMARA, role: 'EXECUTIVE' as const, programId: null, ...some });
export const aRoleGranted = (some: Some<typeof RoleGranted> = {}) => RoleGranted.of(aGrantOfARole(some));
export const aRoleRevoked = (some: Some<typeof RoleRevoked> = {}) => RoleRevoked.of(aGrantOfARole(some));

export const aPersonSignedOut = (some: Some<typeof PersonSignedOut> = {}) => PersonSignedOut.of({ personId: AMARA, ...some });
export const everybodySignedOut = () => EverybodySignedOut.of({});

const parties = { sharingId: 'acme-to-group', grantor: ACME, grantee: NORTHWIND_GROUP };
export const aSharingGranted = (some: Some<typeof SharingGranted> = {}) => SharingGranted.of({
  ...parties, scope: { figures: ['PROGRAM_REPORT'], programIds: null }, purpose: 'GROUP_REPORTING', expires: '2026-12-31', ...some,
});
export const aSharingAccepted = (some: Some<typeof SharingAccepted> = {}) => SharingAccepted.of({ ...parties, ...some });
export const aSharingRevoked = (some: Some<typeof SharingRevoked> = {}) => SharingRevoked.of({ ...parties, by: 'GRANTOR', ...some });
