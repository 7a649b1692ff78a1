export {
  copyMembership, organizations, registerOrganization,
  type MembershipEvent, type Organization, type RegisterOrganization, type RegisterOrganizationRejection,
} from './organization/organization.js';
export {
  formNetwork, inviteOrganization, joinNetwork, leaveNetwork, networks,
  type FormNetwork, type FormNetworkRejection, type InviteOrganization, type InviteOrganizationRejection,
  type JoinNetwork, type JoinNetworkRejection, type LeaveNetwork, type LeaveNetworkRejection, type Network,
} from './network/network.js';
export {
  grantRole, holdsRole, revokeRole, roles,
  type GrantRole, type GrantRoleRejection, type HeldRole, type PersonRoles, type RevokeRole, type RevokeRoleRejection,
} from './role/role.js';
export { everybodysSignIn, signIns, signOutEverybody, signOutPerson, type SignIns } from './sign-in/sign-in.js';
export {
  acceptSharing, copySharing, grantSharing, outstandingCopies, revokeSharing, sharings, whyNotShared,
  type AcceptSharing, type AcceptSharingRejection, type CopySharingRejection, type GrantSharing, type GrantSharingRejection,
  type RevokeSharing, type RevokeSharingRejection, type SharedUnder, type Sharing, type SharingRefusal,
} from './sharing/sharing.js';
