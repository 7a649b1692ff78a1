import { given } from '@vouchsafe/decider/testing';
import { aRoleGranted, aRoleRevoked } from '../tenancy.fixtures.js';
import { grantRole, revokeRole, roles } from './role.js';

const leading = (programId: string | null) => aRoleGranted({ role: 'PROGRAM_LEAD', programId });

it('grants a role', () => given(roles).when((state) => grantRole(aRoleGranted().data, state)).then(aRoleGranted()));

it('lets one person have several roles, and lead several programmes', () =>
  given(roles, aRoleGranted(), leading('emerging-leaders')).when((state) => grantRole(leading('returners').data, state)).then(leading('returners')));

it('grants a role once', () =>
  given(roles, aRoleGranted()).when((state) => grantRole(aRoleGranted().data, state)).thenRejected({ reason: 'RoleIsAlreadyGranted', role: 'EXECUTIVE' }));

it('grants again what was revoked', () =>
  given(roles, aRoleGranted(), aRoleRevoked()).when((state) => grantRole(aRoleGranted().data, state)).then(aRoleGranted()));

it('makes nobody a lead without a programme', () =>
  given(roles).when((state) => grantRole(leading(null).data, state)).thenRejected({ reason: 'LeadNeedsAProgram' }));

it('ties no other role to a programme', () =>
  given(roles)
    .when((state) => grantRole(aRoleGranted({ role: 'SPONSOR', programId: 'returners' }).data, state))
    .thenRejected({ reason: 'OnlyALeadHasAProgram', role: 'SPONSOR' }));

it('revokes a role', () => given(roles, aRoleGranted()).when((state) => revokeRole(aRoleRevoked().data, state)).then(aRoleRevoked()));

it('revokes the lead of that programme only', () =>
  given(roles, leading('emerging-leaders'))
    .when((state) => revokeRole(leading('returners').data, state)).thenRejected({ reason: 'RoleIsNotGranted', role: 'PROGRAM_LEAD' }));

it('revokes once', () =>
  given(roles, aRoleGranted(), aRoleRevoked())
    .when((state) => revokeRole(aRoleRevoked().data, state)).thenRejected({ reason: 'RoleIsNotGranted', role: 'EXECUTIVE' }));
