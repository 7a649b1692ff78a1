export { organizationHandle, personId, programReference, sharingId, tenantReference, type PersonId, type SharingId } from './identifiers.js';
export {
  networkKind, organizationKind, role, sharedFigure, sharingPurpose, sharingScope,
  type NetworkKind, type OrganizationKind, type Role, type SharedFigure, type SharingPurpose, type SharingScope,
} from './vocabulary.js';
export { OrganizationRegistered, organizationEvents, type OrganizationEvent } from './organization.events.js';
export { NetworkFormed, NetworkJoined, NetworkLeft, networkEvents, OrganizationInvited, type NetworkEvent } from './network.events.js';
export { RoleGranted, RoleRevoked, roleEvents, type RoleEvent } from './role.events.js';
export { SharingAccepted, SharingGranted, SharingRevoked, sharingEvents, type SharingEvent } from './sharing.events.js';
export { EverybodySignedOut, PersonSignedOut, signInEvents, type SignInEvent } from './sign-in.events.js';
export { tenancyEvents, type TenancyEvent } from './tenancy.events.js';
export { SharedFigures, type SharingMember } from './shared-figures.js';
