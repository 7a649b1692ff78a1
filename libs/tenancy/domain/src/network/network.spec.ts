import { given } from '@vouchsafe/decider/testing';
import { ACME, aNetworkFormed, aNetworkJoined, aNetworkLeft, anOrganizationInvited, GLOBEX, NORTHWIND_GROUP } from '../tenancy.fixtures.js';
import { formNetwork, inviteOrganization, joinNetwork, leaveNetwork, networks } from './network.js';

const acme = { networkId: NORTHWIND_GROUP, organizationId: ACME };
const invitation = { ...acme, invitedIs: 'ORGANIZATION' as const };

describe('forming a network', () => {
  const forming = { ...aNetworkFormed().data, registeredAs: 'GROUP' as const };

  it('gives a registered group its members list', () =>
    given(networks).when((state) => formNetwork(forming, state)).then(aNetworkFormed()));

  it('happens once', () =>
    given(networks, aNetworkFormed()).when((state) => formNetwork(forming, state)).thenRejected({ reason: 'NetworkIsAlreadyFormed' }));

  it.each(['ORGANIZATION', 'CIRCLE', null] as const)('refuses a group in the log of what is registered as %s', (registeredAs) =>
    given(networks).when((state) => formNetwork({ ...forming, registeredAs }, state)).thenRejected({ reason: 'OnlyANetworkHasMembers' }));
});

describe('inviting', () => {
  it('invites an organization', () =>
    given(networks, aNetworkFormed()).when((state) => inviteOrganization(invitation, state)).then(anOrganizationInvited()));

  it('needs a network', () =>
    given(networks).when((state) => inviteOrganization(invitation, state)).thenRejected({ reason: 'NetworkIsNotFormed' }));

  it.each(['GROUP', 'CIRCLE', null] as const)('invites organizations only, not what is registered as %s', (invitedIs) =>
    given(networks, aNetworkFormed())
      .when((state) => inviteOrganization({ ...invitation, invitedIs }, state)).thenRejected({ reason: 'OnlyOrganizationsMayJoin' }));

  it('happens once', () =>
    given(networks, aNetworkFormed(), anOrganizationInvited())
      .when((state) => inviteOrganization(invitation, state)).thenRejected({ reason: 'OrganizationIsAlreadyInvited' }));

  it('leaves members alone', () =>
    given(networks, aNetworkFormed(), anOrganizationInvited(), aNetworkJoined())
      .when((state) => inviteOrganization(invitation, state)).thenRejected({ reason: 'OrganizationIsAlreadyAMember' }));
});

describe('joining', () => {
  it('takes an invitation', () =>
    given(networks, aNetworkFormed(), anOrganizationInvited()).when((state) => joinNetwork(acme, state)).then(aNetworkJoined()));

  it('takes nobody else’s invitation', () =>
    given(networks, aNetworkFormed(), anOrganizationInvited({ organizationId: GLOBEX }))
      .when((state) => joinNetwork(acme, state)).thenRejected({ reason: 'OrganizationIsNotInvited' }));

  it('tells a stranger the same where no network is', () =>
    given(networks).when((state) => joinNetwork(acme, state)).thenRejected({ reason: 'OrganizationIsNotInvited' }));

  it('happens once', () =>
    given(networks, aNetworkFormed(), anOrganizationInvited(), aNetworkJoined())
      .when((state) => joinNetwork(acme, state)).thenRejected({ reason: 'OrganizationIsAlreadyAMember' }));
});

describe('leaving', () => {
  const member = [aNetworkFormed(), anOrganizationInvited(), aNetworkJoined()];

  it('ends a membership', () => given(networks, ...member).when((state) => leaveNetwork(acme, state)).then(aNetworkLeft()));

  it('is for members', () =>
    given(networks, aNetworkFormed(), anOrganizationInvited())
      .when((state) => leaveNetwork(acme, state)).thenRejected({ reason: 'OrganizationIsNotAMember' }));

  it('spends the invitation: who left must be invited again', () => {
    given(networks, ...member, aNetworkLeft()).when((state) => joinNetwork(acme, state)).thenRejected({ reason: 'OrganizationIsNotInvited' });
    given(networks, ...member, aNetworkLeft()).when((state) => inviteOrganization(invitation, state)).then(anOrganizationInvited());
  });
});
