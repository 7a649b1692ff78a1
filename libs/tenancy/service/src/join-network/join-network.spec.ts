import { about, decideAndAppend } from '@vouchsafe/event-store';
import { joinNetwork, networks, organizations } from '@vouchsafe/tenancy-domain';
import { ACME, aNetworkJoined, anOrganizationInvited, GLOBEX, NORTHWIND_GROUP } from '@vouchsafe/tenancy-domain/testing';
import { finishMemberships } from '../copies/finish-membership.js';
import { FormNetworkCommand } from '../form-network/form-network.command.js';
import { InviteOrganizationCommand } from '../invite-organization/invite-organization.command.js';
import { LeaveNetworkCommand } from '../leave-network/leave-network.command.js';
import { OLU, operatorOf, tenancyOnMemory } from '../tenancy.fixtures.js';
import { JoinNetworkCommand } from './join-network.command.js';

const invite = (handle: string, requestKey = `invite-${handle}`) => new InviteOrganizationCommand(NORTHWIND_GROUP, operatorOf(NORTHWIND_GROUP), { requestKey, handle });
const join = (tenant = ACME, network = 'northwind', requestKey = 'join') => new JoinNetworkCommand(tenant, operatorOf(tenant), { requestKey, network });
const leave = (tenant = ACME, network = 'northwind', requestKey = 'leave') => new LeaveNetworkCommand(tenant, operatorOf(tenant), { requestKey, network });

describe('forming', () => {
  it('is for a tenant that was registered as a network, once', async () => {
    const { execute } = await tenancyOnMemory();
    expect(await execute(new FormNetworkCommand(ACME, operatorOf(ACME), { requestKey: 'f' }))).toEqual({ accepted: false, rejection: { reason: 'OnlyANetworkHasMembers' } });
    expect(await execute(new FormNetworkCommand(NORTHWIND_GROUP, operatorOf(NORTHWIND_GROUP), { requestKey: 'f' }))).toEqual({ accepted: false, rejection: { reason: 'NetworkIsAlreadyFormed' } });
  });
});

describe('inviting', () => {
  it('names an organization by its handle', async () => {
    const { execute, recorded } = await tenancyOnMemory();
    expect(await execute(invite('acme'))).toEqual({ accepted: true, position: 3, organizationId: ACME });
    expect((await recorded(NORTHWIND_GROUP, networks, NORTHWIND_GROUP)).at(-1)).toEqual(anOrganizationInvited());
  });

  it.each([['a handle that nobody has', 'nobody'], ['its own', 'northwind']])('refuses %s alike', async (_, handle) => {
    const { execute } = await tenancyOnMemory();
    expect(await execute(invite(handle))).toEqual({ accepted: false, rejection: { reason: 'OnlyOrganizationsMayJoin' } });
  });

  it('needs a network to be signed in to', async () => {
    const { execute } = await tenancyOnMemory();
    expect(await execute(new InviteOrganizationCommand(GLOBEX, operatorOf(GLOBEX), { requestKey: 'i', handle: 'acme' })))
      .toEqual({ accepted: false, rejection: { reason: 'NetworkIsNotFormed' } });
  });
});

describe('joining', () => {
  it('stands in both logs, the person in their own only', async () => {
    const { execute, recorded, log } = await tenancyOnMemory();
    await execute(invite('acme'));
    expect(await execute(join())).toEqual({ accepted: true, position: 2, networkId: NORTHWIND_GROUP });
    expect((await recorded(ACME, organizations, ACME)).at(-1)).toEqual(aNetworkJoined());
    expect((await recorded(NORTHWIND_GROUP, networks, NORTHWIND_GROUP)).at(-1)).toEqual(aNetworkJoined());
    expect((await log.read(NORTHWIND_GROUP, { after: 3, max: 1 }))[0]!.actor).toBe(`system:organization ${ACME}`);
    expect((await log.read(ACME, { after: 1, max: 1 }))[0]!.actor).toBe(`person:${OLU}`);
  });

  it.each([['a network that did not invite', 'northwind'], ['a handle that nobody has', 'nobody'], ['an organization', 'acme'], ['oneself', 'globex']])('tells of %s the same', async (_, network) => {
    const { execute } = await tenancyOnMemory();
    await execute(invite('acme'));
    expect(await execute(join(GLOBEX, network))).toEqual({ accepted: false, rejection: { reason: 'OrganizationIsNotInvited' } });
  });

  it('answers a repeat as it did at first', async () => {
    const { execute, log } = await tenancyOnMemory();
    await execute(invite('acme'));
    const first = await execute(join());
    const heads = await log.heads();
    expect(await execute(join())).toEqual(first);
    expect(await log.heads()).toEqual(heads);
  });

  it('is finished by a repeat where a crash left the copy undone', async () => {
    const { execute, log, recorded } = await tenancyOnMemory();
    await execute(invite('acme'));
    // The first half of a join, as the command writes it.
    const membership = { networkId: NORTHWIND_GROUP, organizationId: ACME };
    await decideAndAppend(log, NORTHWIND_GROUP, networks, NORTHWIND_GROUP, about(`system:organization ${ACME}`, { requestKey: `${ACME}:join`, ...{ network: 'northwind' } }, '2026-02-28'), (state) => joinNetwork(membership, state));
    expect(await recorded(ACME, organizations, ACME)).toHaveLength(1);
    expect(await execute(join())).toMatchObject({ accepted: true, position: 2 });
    expect((await recorded(ACME, organizations, ACME)).at(-1)).toEqual(aNetworkJoined());
  });

  it('is finished, too, by whoever is told that it has happened', async () => {
    const { execute, history, recorded } = await tenancyOnMemory();
    await history(NORTHWIND_GROUP, networks, NORTHWIND_GROUP, anOrganizationInvited(), aNetworkJoined());
    expect(await execute(join())).toEqual({ accepted: false, rejection: { reason: 'OrganizationIsAlreadyAMember' } });
    expect((await recorded(ACME, organizations, ACME)).at(-1)).toEqual(aNetworkJoined());
  });

  it('is finished by the sweep, once, however often it looks', async () => {
    const { history, recorded, log } = await tenancyOnMemory();
    await history(NORTHWIND_GROUP, networks, NORTHWIND_GROUP, anOrganizationInvited(), aNetworkJoined());
    await finishMemberships(log, NORTHWIND_GROUP);
    await finishMemberships(log, NORTHWIND_GROUP);
    expect(await recorded(ACME, organizations, ACME)).toEqual([expect.objectContaining({ type: 'OrganizationRegistered' }), aNetworkJoined()]);
  });
});

describe('leaving', () => {
  it('ends the membership in both logs, and lets join again only after another invitation', async () => {
    const { execute, recorded } = await tenancyOnMemory();
    await execute(invite('acme'));
    await execute(join());
    expect(await execute(leave())).toEqual({ accepted: true, position: 3, networkId: NORTHWIND_GROUP });
    expect((await recorded(ACME, organizations, ACME)).at(-1)?.type).toBe('NetworkLeft');
    expect(await execute(join(ACME, 'northwind', 'join-2'))).toEqual({ accepted: false, rejection: { reason: 'OrganizationIsNotInvited' } });
    await execute(invite('acme', 'invite-2'));
    expect(await execute(join(ACME, 'northwind', 'join-3'))).toMatchObject({ accepted: true, position: 4 });
  });

  it('tells a stranger and an unknown handle the same', async () => {
    const { execute } = await tenancyOnMemory();
    await execute(invite('acme'));
    await execute(join());
    for (const network of ['northwind', 'nobody']) {
      expect(await execute(leave(GLOBEX, network, `leave-${network}`))).toEqual({ accepted: false, rejection: { reason: 'OrganizationIsNotAMember' } });
    }
  });
});
