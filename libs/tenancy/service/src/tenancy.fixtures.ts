import type { Provider } from '@nestjs/common';
import { PersonStandings, type DirectoryStanding } from '@vouchsafe/directory-contracts';
import type { TenantId } from '@vouchsafe/event-schema';
import { anActor, commandsOn } from '@vouchsafe/graphql/testing';
import { networks, organizations } from '@vouchsafe/tenancy-domain';
import { ACME, aNetworkFormed, anOrganizationRegistered, GLOBEX, NORTHWIND_GROUP } from '@vouchsafe/tenancy-domain/testing';
import { FrontKeys } from './front/front-keys.js';
import { MemoryFrontKeys } from './front/memory-front-keys.js';
import { AcceptSharingHandler } from './accept-sharing/accept-sharing.command.js';
import { FormNetworkHandler } from './form-network/form-network.command.js';
import { GrantRoleHandler } from './grant-role/grant-role.command.js';
import { GrantSharingHandler } from './grant-sharing/grant-sharing.command.js';
import { InviteOrganizationHandler } from './invite-organization/invite-organization.command.js';
import { JoinNetworkHandler } from './join-network/join-network.command.js';
import { LeaveNetworkHandler } from './leave-network/leave-network.command.js';
import { RegisterOrganizationHandler } from './register-organization/register-organization.command.js';
import { RevokeRoleHandler } from './revoke-role/revoke-role.command.js';
import { SignOutEverybodyHandler } from './sign-out-everybody/sign-out-everybody.command.js';
import { SignOutPersonHandler } from './sign-out-person/sign-out-person.command.js';
import { RevokeSharingHandler } from './revoke-sharing/revoke-sharing.command.js';

export const TODAY = '2026-03-01';
/** The operator of whichever tenant. */
export const OLU = 'p-olu';

export const operatorOf = (tenant: TenantId) => anActor(tenant, OLU, 'OPERATOR');

/** The directory's answer to this context, at its port: whoever is listed is there, at Acme only. */
class StandingsAtAcme extends PersonStandings {
  constructor(private readonly persons: Readonly<Record<string, boolean>>) {
    super();
  }

  async standing(tenant: TenantId, personId: string): Promise<DirectoryStanding | undefined> {
    const active = tenant === ACME ? this.persons[personId] : undefined;
    return active === undefined ? undefined : { active, level: null, function: null, unit: null, joinedOn: null, ratingBand: null };
  }
}

const handlers = [
  RegisterOrganizationHandler, FormNetworkHandler, InviteOrganizationHandler, JoinNetworkHandler, LeaveNetworkHandler,
  GrantRoleHandler, RevokeRoleHandler, GrantSharingHandler, AcceptSharingHandler, RevokeSharingHandler,
  SignOutPersonHandler, SignOutEverybodyHandler,
];

/** Acme, Globex and the Northwind group, registered, the group formed; nobody is a member yet.
 * @param persons of Acme: whether they are with it today */
export const tenancyOnMemory = async ({ persons = {} as Readonly<Record<string, boolean>> } = {}) => {
  const front = new MemoryFrontKeys();
  const ports: Provider[] = [{ provide: FrontKeys, useValue: front }, { provide: PersonStandings, useValue: new StandingsAtAcme(persons) }];
  const commands = await commandsOn({ handlers: [...handlers, ...ports], today: TODAY });
  for (const [tenant, handle, kind] of [[ACME, 'acme', 'ORGANIZATION'], [GLOBEX, 'globex', 'ORGANIZATION'], [NORTHWIND_GROUP, 'northwind', 'GROUP']] as const) {
    await front.claimHandle(tenant, handle);
    await commands.history(tenant, organizations, tenant, anOrganizationRegistered({ organizationId: tenant, handle, kind }));
  }
  await commands.history(NORTHWIND_GROUP, networks, NORTHWIND_GROUP, aNetworkFormed());
  return { ...commands, front };
};
