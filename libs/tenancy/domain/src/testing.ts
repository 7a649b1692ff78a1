export {
  ACME, AMARA, aNetworkFormed, aNetworkJoined, aNetworkLeft, anOrganizationInvited, anOrganizationRegistered, aRoleGranted, aRoleRevoked,
  aSharingAccepted, aSharingGranted, aSharingRevoked, GLOBEX, NORTHWIND_GROUP,
} from './tenancy.fixtures.js';
