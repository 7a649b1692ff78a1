import { PersonDeactivated, PersonLeft, PersonReturned } from '@vouchsafe/directory-contracts';
import { folding } from '@vouchsafe/projections/testing';
import {
  ACME, AMARA, aNetworkFormed, aNetworkJoined, aNetworkLeft, anOrganizationInvited, anOrganizationRegistered, aPersonSignedOut, aRoleGranted, aRoleRevoked, aSharingAccepted,
  aSharingGranted, aSharingRevoked, everybodySignedOut, GLOBEX,
} from '@vouchsafe/tenancy-domain/testing';
import { organizationOverview } from './organization-overview/organization-overview.projection.js';
import { roleHolders } from './role-holders/role-holders.projection.js';
import { sharingGrants } from './sharing-grants/sharing-grants.projection.js';
import { EVERYBODY, signInsEnded } from './sign-ins-ended/sign-ins-ended.projection.js';

it('leaves an organization and its memberships as they stand, however the log is cut', async () => {
  const cut = folding(
    organizationOverview, anOrganizationRegistered(), aNetworkFormed(), anOrganizationInvited(), anOrganizationInvited({ organizationId: GLOBEX }), aNetworkJoined(),
    aNetworkJoined({ organizationId: GLOBEX }), aNetworkLeft(), anOrganizationInvited(),
  ).inBatchesOf(1, 2, 3, 10);
  await cut.leaves({ organizationId: ACME, handle: 'acme', name: 'Acme Instruments', kind: 'ORGANIZATION', sample: false });
  await cut.leavesIn('network_membership', { organizationId: GLOBEX, status: 'MEMBER' }, { organizationId: ACME, status: 'INVITED' });
});

it('leaves the roles that are held now', () =>
  folding(roleHolders, aRoleGranted(), aRoleGranted({ role: 'PROGRAM_LEAD', programId: 'p1' }), aRoleGranted({ role: 'PROGRAM_LEAD', programId: 'p2' }), aRoleRevoked(), aRoleRevoked({ role: 'PROGRAM_LEAD', programId: 'p1' }))
    .inBatchesOf(1, 2, 3, 10).leaves({ personId: AMARA, role: 'PROGRAM_LEAD', programId: 'p2' }));

it('leaves a grant as this log knows it, and a revocation that came before its offer revoked', () =>
  folding(
    sharingGrants, aSharingGranted({ sharingId: 'a' }), aSharingAccepted({ sharingId: 'a' }), aSharingRevoked({ sharingId: 'b' }), aSharingGranted({ sharingId: 'b' }),
    aSharingGranted({ sharingId: 'c' }), aSharingAccepted({ sharingId: 'c' }), aSharingRevoked({ sharingId: 'c' }),
  ).inBatchesOf(1, 2, 3, 10).leaves(
    { sharingId: 'a', status: 'ACCEPTED', expires: '2026-12-31', scope: { figures: ['PROGRAM_REPORT'], programIds: null } },
    { sharingId: 'b', status: 'REVOKED', scope: null }, { sharingId: 'c', status: 'REVOKED', purpose: 'GROUP_REPORTING' }));

it.each([1, 2, 3, 10])('leaves from when on tokens count, and who has none, in batches of %i', (size) => // each cut is recorded anew, at another moment
  folding(
    signInsEnded, aPersonSignedOut(), everybodySignedOut(), PersonLeft.of({ personId: 'p-gone' }), PersonDeactivated.of({ personId: 'p-dismissed' }), aPersonSignedOut({ personId: 'p-dismissed' }),
    PersonLeft.of({ personId: 'p-back' }), PersonReturned.of({ personId: 'p-back' }), PersonReturned.of({ personId: 'p-new' }),
  ).inBatchesOf(size).leaves(
    { personId: EVERYBODY, accessEnded: false }, { personId: AMARA, accessEnded: false }, { personId: 'p-back', accessEnded: false },
    { personId: 'p-dismissed', accessEnded: true }, { personId: 'p-gone', accessEnded: true }));
