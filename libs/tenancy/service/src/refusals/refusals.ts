import { refusals } from '@vouchsafe/graphql';
import type {
  AcceptSharingRejection, FormNetworkRejection, GrantSharingRejection, InviteOrganizationRejection, JoinNetworkRejection, LeaveNetworkRejection,
  RegisterOrganizationRejection, RevokeRoleRejection, RevokeSharingRejection,
} from '@vouchsafe/tenancy-domain';
import type { CopyRejection } from '../copies/change-membership.js';
import type { GrantRoleRefusal } from '../grant-role/grant-role.command.js';
import type { SignOutPersonRejection } from '../sign-out-person/sign-out-person.command.js';

type TenancyRejection =
  | RegisterOrganizationRejection | CopyRejection | FormNetworkRejection | InviteOrganizationRejection | JoinNetworkRejection | LeaveNetworkRejection
  | GrantRoleRefusal | RevokeRoleRejection | GrantSharingRejection | AcceptSharingRejection | RevokeSharingRejection | SignOutPersonRejection;

/** Every reason for which tenancy says no, in words for the person who asked. */
export const refusal = refusals<TenancyRejection>({
  HandleIsTaken: ({ handle }) => `Another organization is called "${handle}". Choose another handle.`,
  OrganizationIsAlreadyRegistered: () => 'This organization is registered already, under another name, handle or kind.',
  OrganizationIsNotRegistered: () => 'This organization has not been registered. Repeat its registration first.',
  NetworkIsNotFormed: () => 'You are not signed in to a network of organizations. Sign in to the group that the organization is to join.',
  NetworkIsAlreadyFormed: () => 'This network has its list of members already. Invite organizations into it.',
  OnlyANetworkHasMembers: () => 'You are signed in to an organization. Only a group or a circle has members.',
  OnlyOrganizationsMayJoin: () => 'No organization that could be a member has this handle.',
  OrganizationIsAlreadyInvited: () => 'This organization is invited. It becomes a member once it joins.',
  OrganizationIsAlreadyAMember: () => 'The organization is a member of this network already.',
  OrganizationIsNotInvited: () => 'No network under this handle has invited your organization. Ask its operator for an invitation.',
  OrganizationIsNotAMember: () => 'Your organization is in no network under this handle.',
  PersonIsNotHere: () => 'Nobody under this id is with your organization today.',
  NobodyGrantsThemselvesARole: () => 'Ask another operator: nobody gives a role to themselves.',
  LeadNeedsAProgram: () => 'Name the programme that the person is to lead.',
  OnlyALeadHasAProgram: ({ role }) => `The role ${role} counts in the whole organization. Leave the programme out.`,
  RoleIsAlreadyGranted: ({ role }) => `The person has the role ${role} already.`,
  RoleIsNotGranted: ({ role }) => `The person does not have the role ${role} in this form. A lead has it for one programme: name that one.`,
  SharingIsNotGranted: () => 'Nothing is offered under this id, to you or by you.',
  SharingIsAlreadyGranted: () => 'This was offered already.',
  SharingNeedsTwoOrganizations: () => 'An organization sees its own figures without sharing them.',
  SharingHasExpired: ({ expires }) => `The offer held until ${expires}, which is over. Name a later day, or ask for a new offer.`,
  OnlyTheGranteeMayAccept: () => 'Only the network that this was offered to may accept it.',
  SharingIsAlreadyAccepted: () => 'This offer was accepted before.',
  SharingIsRevoked: () => 'This sharing was ended by one of the two. It takes a new offer to share again.',
});
