import { given } from '@vouchsafe/decider/testing';
import { aNetworkJoined, aNetworkLeft, anOrganizationRegistered } from '../tenancy.fixtures.js';
import { copyMembership, organizations, registerOrganization } from './organization.js';

const registering = { ...anOrganizationRegistered().data, handleIsTaken: false };

it('registers an organization', () =>
  given(organizations).when((state) => registerOrganization(registering, state)).then(anOrganizationRegistered()));

it('registers a group without a handle, whatever handles are taken', () =>
  given(organizations)
    .when((state) => registerOrganization({ ...registering, kind: 'GROUP', handle: null, handleIsTaken: true }, state))
    .then(anOrganizationRegistered({ kind: 'GROUP', handle: null })));

it('refuses a handle that another tenant has', () =>
  given(organizations)
    .when((state) => registerOrganization({ ...registering, handleIsTaken: true }, state))
    .thenRejected({ reason: 'HandleIsTaken', handle: 'acme' }));

it('registers once', () =>
  given(organizations, anOrganizationRegistered())
    .when((state) => registerOrganization(registering, state))
    .thenRejected({ reason: 'OrganizationIsAlreadyRegistered' }));

it('throws for a handle that is no handle: the edge let it through', () =>
  expect(() => registerOrganization({ ...registering, handle: 'Acme Instruments' }, { status: 'none' })).toThrow(/hyphens/));

describe('the copy of a membership', () => {
  const registered = anOrganizationRegistered();

  it('follows the network into the member’s own log', () =>
    given(organizations, registered).when((state) => copyMembership(aNetworkJoined(), state)).then(aNetworkJoined()));

  it('is written once, however often it is repeated', () =>
    given(organizations, registered, aNetworkJoined()).when((state) => copyMembership(aNetworkJoined(), state)).then());

  it('ends with the membership', () =>
    given(organizations, registered, aNetworkJoined()).when((state) => copyMembership(aNetworkLeft(), state)).then(aNetworkLeft()));

  it('ends once', () =>
    given(organizations, registered, aNetworkJoined(), aNetworkLeft()).when((state) => copyMembership(aNetworkLeft(), state)).then());

  it('needs a registered organization', () =>
    given(organizations).when((state) => copyMembership(aNetworkJoined(), state)).thenRejected({ reason: 'OrganizationIsNotRegistered' }));
});
