import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DevelopmentPersons, Memberships } from '@vouchsafe/access';
import { SharedFigures } from '@vouchsafe/tenancy-contracts';
import { AcceptSharingHandler } from './accept-sharing/accept-sharing.command.js';
import { AcceptSharingResolver } from './accept-sharing/accept-sharing.resolver.js';
import { OutstandingCopies } from './copies/outstanding-copies.js';
import { FormNetworkHandler } from './form-network/form-network.command.js';
import { FormNetworkResolver } from './form-network/form-network.resolver.js';
import { DatabaseFrontKeys } from './front/database-front-keys.js';
import { FrontKeys } from './front/front-keys.js';
import { GrantRoleHandler } from './grant-role/grant-role.command.js';
import { GrantRoleResolver } from './grant-role/grant-role.resolver.js';
import { GrantSharingHandler } from './grant-sharing/grant-sharing.command.js';
import { GrantSharingResolver } from './grant-sharing/grant-sharing.resolver.js';
import { InviteOrganizationHandler } from './invite-organization/invite-organization.command.js';
import { InviteOrganizationResolver } from './invite-organization/invite-organization.resolver.js';
import { JoinNetworkHandler } from './join-network/join-network.command.js';
import { JoinNetworkResolver } from './join-network/join-network.resolver.js';
import { LeaveNetworkHandler } from './leave-network/leave-network.command.js';
import { LeaveNetworkResolver } from './leave-network/leave-network.resolver.js';
import { OrganizationCards } from './organization-overview/organization-cards.js';
import { MyNetworksHandler, MyOrganizationHandler, NetworkMembersHandler } from './organization-overview/organization-overview.query.js';
import { OrganizationOverviewResolver } from './organization-overview/organization-overview.resolver.js';
import { RegisterOrganizationHandler } from './register-organization/register-organization.command.js';
import { RegisterOrganizationResolver } from './register-organization/register-organization.resolver.js';
import { RevokeRoleHandler } from './revoke-role/revoke-role.command.js';
import { RevokeRoleResolver } from './revoke-role/revoke-role.resolver.js';
import { RevokeSharingHandler } from './revoke-sharing/revoke-sharing.command.js';
import { RevokeSharingResolver } from './revoke-sharing/revoke-sharing.resolver.js';
import { RoleHoldersHandler } from './role-holders/role-holders.query.js';
import { RoleHoldersResolver } from './role-holders/role-holders.resolver.js';
import { FiguresSharedByMembers } from './sharing-grants/figures-shared-by-members.js';
import { SharingGrantsHandler } from './sharing-grants/sharing-grants.query.js';
import { SharingGrantsResolver } from './sharing-grants/sharing-grants.resolver.js';
import { SignOutEverybodyHandler } from './sign-out-everybody/sign-out-everybody.command.js';
import { SignOutEverybodyResolver } from './sign-out-everybody/sign-out-everybody.resolver.js';
import { SignOutPersonHandler } from './sign-out-person/sign-out-person.command.js';
import { SignOutPersonResolver } from './sign-out-person/sign-out-person.resolver.js';
import { MembershipsOfOrganizations } from './sign-in/memberships-of-organizations.js';
import { PersonsOfSampleOrganizations } from './sign-in/persons-of-sample-organizations.js';

const commands = [
  RegisterOrganizationHandler, FormNetworkHandler, InviteOrganizationHandler, JoinNetworkHandler, LeaveNetworkHandler,
  GrantRoleHandler, RevokeRoleHandler, GrantSharingHandler, AcceptSharingHandler, RevokeSharingHandler,
  SignOutPersonHandler, SignOutEverybodyHandler,
];
const queries = [MyOrganizationHandler, MyNetworksHandler, NetworkMembersHandler, RoleHoldersHandler, SharingGrantsHandler];
const resolvers = [
  RegisterOrganizationResolver, FormNetworkResolver, InviteOrganizationResolver, JoinNetworkResolver, LeaveNetworkResolver,
  GrantRoleResolver, RevokeRoleResolver, GrantSharingResolver, AcceptSharingResolver, RevokeSharingResolver, SignOutPersonResolver, SignOutEverybodyResolver,
  OrganizationOverviewResolver, RoleHoldersResolver, SharingGrantsResolver,
];
const ports = [
  { provide: FrontKeys, useClass: DatabaseFrontKeys },
  { provide: Memberships, useClass: MembershipsOfOrganizations },
  { provide: DevelopmentPersons, useClass: PersonsOfSampleOrganizations },
  { provide: SharedFigures, useClass: FiguresSharedByMembers },
];

/** Organizations, their networks, roles and grants; and who may come in. */
@Module({
  imports: [CqrsModule],
  providers: [...commands, ...queries, ...resolvers, ...ports, OrganizationCards, OutstandingCopies],
  exports: [FrontKeys, Memberships, DevelopmentPersons, SharedFigures, OutstandingCopies],
})
export class TenancyModule {}
