export {
  ACME, AMARA, aNetworkFormed, aNetworkJoined, aNetworkLeft, anOrganizationInvited, anOrganizationRegistered, aPersonSignedOut, aRoleGranted, aRoleRevoked,
  aSharingAccepted, aSharingGranted, aSharingRevoked, everybodySignedOut, GLOBEX, NORTHWIND_GROUP,
} from './tenancy.fixtures.js';
