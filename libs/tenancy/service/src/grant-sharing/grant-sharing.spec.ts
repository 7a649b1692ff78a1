import { anActor } from '@vouchsafe/graphql/testing';
import { networks, organizations, sharings } from '@vouchsafe/tenancy-domain';
import { ACME, aNetworkJoined, anOrganizationInvited, aSharingAccepted, aSharingGranted, aSharingRevoked, GLOBEX, NORTHWIND_GROUP } from '@vouchsafe/tenancy-domain/testing';
import { AcceptSharingCommand } from '../accept-sharing/accept-sharing.command.js';
import { finishSharing } from '../copies/finish-sharing.js';
import { RevokeSharingCommand } from '../revoke-sharing/revoke-sharing.command.js';
import { tenancyOnMemory } from '../tenancy.fixtures.js';
import { GrantSharingCommand } from './grant-sharing.command.js';

const edda = anActor(ACME, 'p-edda', 'EXECUTIVE');
const gita = anActor(NORTHWIND_GROUP, 'p-gita', 'GROUP_EXECUTIVE');
const refused = (reason: string, facts = {}) => ({ accepted: false, rejection: { reason, ...facts } });

const anInput = (input = {}) => ({ requestKey: 'g1', network: 'northwind', figures: ['PROGRAM_REPORT' as const], purpose: 'GROUP_REPORTING' as const, expires: '2026-12-31', ...input });
const grant = (input = {}) => new GrantSharingCommand(ACME, edda, anInput(input));
const accept = (sharingId: string, tenant = NORTHWIND_GROUP) => new AcceptSharingCommand(tenant, { ...gita, tenant }, { requestKey: 'a1', sharingId });
const revoke = (sharingId: string, tenant = ACME) => new RevokeSharingCommand(tenant, { ...edda, tenant }, { requestKey: 'v1', sharingId });

const withMember = async () => {
  const tenancy = await tenancyOnMemory();
  await tenancy.history(NORTHWIND_GROUP, networks, NORTHWIND_GROUP, anOrganizationInvited(), aNetworkJoined());
  await tenancy.history(ACME, organizations, ACME, aNetworkJoined());
  const typesIn = async (tenant: typeof ACME, sharingId: string) => (await tenancy.recorded(tenant, sharings, sharingId)).map(({ type }) => type);
  const granted = async () => {
    const outcome = await tenancy.execute(grant());
    if (!outcome.accepted) throw new Error(outcome.rejection.reason);
    return outcome.sharingId;
  };
  return { ...tenancy, typesIn, granted };
};

describe('granting', () => {
  it('offers, and tells the network', async () => {
    const { granted, recorded } = await withMember();
    const sharingId = await granted();
    expect(await recorded(ACME, sharings, sharingId)).toEqual([aSharingGranted({ sharingId })]);
    expect(await recorded(NORTHWIND_GROUP, sharings, sharingId)).toEqual([aSharingGranted({ sharingId })]);
  });

  it('happened on one day in both logs, whenever the copy is made', async () => {
    const { log } = await withMember();
    const events = [{ ...aSharingGranted({ sharingId: 's1' }), schemaVersion: 1, occurredOn: '2026-02-14' }];
    await log.append(ACME, { requestKey: 'k', actor: 'system:spec', correlation: 'spec', writes: [{ stream: 'sharing-s1', expected: 'none', events }] });
    await finishSharing(log, { sharingId: 's1', grantor: ACME, grantee: NORTHWIND_GROUP });
    expect(await log.readStream(NORTHWIND_GROUP, 'sharing-s1')).toMatchObject([{ occurredOn: '2026-02-14', actor: `system:organization ${ACME}` }]);
  });

  it.each([['a network that one is not in', 'northwind'], ['an organization', 'acme'], ['a handle that nobody has', 'nobody']])('refuses %s alike', async (_, network) => {
    const { execute } = await withMember();
    expect(await execute(new GrantSharingCommand(GLOBEX, { ...edda, tenant: GLOBEX }, anInput({ network })))).toEqual(refused('OrganizationIsNotAMember'));
  });

  it('answers a repeat as it did at first, and tells nobody twice', async () => {
    const { execute, log } = await withMember();
    const first = await execute(grant());
    const heads = await log.heads();
    expect(await execute(grant())).toEqual(first);
    expect(await log.heads()).toEqual(heads);
  });

  it('refuses a last day that has passed', async () => {
    const { execute } = await withMember();
    expect(await execute(grant({ expires: '2026-02-28' }))).toEqual(refused('SharingHasExpired', { expires: '2026-02-28' }));
  });
});

describe('accepting', () => {
  it('reaches the log that lets figures pass', async () => {
    const { execute, granted, typesIn } = await withMember();
    const sharingId = await granted();
    expect(await execute(accept(sharingId))).toMatchObject({ accepted: true });
    expect(await typesIn(NORTHWIND_GROUP, sharingId)).toEqual(['SharingGranted', 'SharingAccepted']);
    expect(await typesIn(ACME, sharingId)).toEqual(['SharingGranted', 'SharingAccepted']);
  });

  it('knows an id of somebody else’s as little as one that never was', async () => {
    const { execute, granted } = await withMember();
    const sharingId = await granted();
    for (const id of [sharingId, 'never-was']) expect(await execute(accept(id, GLOBEX))).toEqual(refused('SharingIsNotGranted'));
  });

  it('says so when the offer was taken back before the yes arrived', async () => {
    const { execute, granted, history, typesIn } = await withMember();
    const sharingId = await granted();
    await history(ACME, sharings, sharingId, aSharingRevoked({ sharingId })); // and the copy has not reached the network
    expect(await execute(accept(sharingId))).toEqual(refused('SharingIsRevoked'));
    expect(await typesIn(NORTHWIND_GROUP, sharingId)).toEqual(['SharingGranted', 'SharingAccepted', 'SharingRevoked']);
    expect(await typesIn(ACME, sharingId)).toEqual(['SharingGranted', 'SharingRevoked']);
  });
});

describe('revoking', () => {
  it.each([['the organization', ACME, 'GRANTOR'], ['the network', NORTHWIND_GROUP, 'GRANTEE']] as const)('by %s ends it in both logs', async (_, tenant, by) => {
    const { execute, granted, recorded, log } = await withMember();
    const sharingId = await granted();
    await execute(accept(sharingId));
    const command = revoke(sharingId, tenant);
    const outcome = await execute(command);
    expect(outcome).toEqual({ accepted: true, position: (await log.head(tenant)).position });
    for (const at of [ACME, NORTHWIND_GROUP]) expect((await recorded(at, sharings, sharingId)).at(-1)).toEqual(aSharingRevoked({ sharingId, by }));
    expect(await execute(command)).toEqual(outcome);
  });

  it('knows an id of somebody else’s as little as one that never was', async () => {
    const { execute, granted, typesIn } = await withMember();
    const sharingId = await granted();
    for (const id of [sharingId, 'never-was']) expect(await execute(revoke(id, GLOBEX))).toEqual(refused('SharingIsNotGranted'));
    expect(await typesIn(ACME, sharingId)).toEqual(['SharingGranted']);
  });
});

describe('finishing what a crash left half done', () => {
  const parties = { sharingId: 's1', grantor: ACME, grantee: NORTHWIND_GROUP };

  it.each([
    ['an offer', [aSharingGranted({ sharingId: 's1' })], []],
    ['a yes', [aSharingGranted({ sharingId: 's1' })], [aSharingGranted({ sharingId: 's1' }), aSharingAccepted({ sharingId: 's1' })]],
    ['a revocation', [aSharingGranted({ sharingId: 's1' }), aSharingRevoked({ sharingId: 's1' })], [aSharingGranted({ sharingId: 's1' })]],
  ])('copies %s, and then agrees', async (_, inGrantors, inGrantees) => {
    const { history, recorded, log } = await withMember();
    await history(ACME, sharings, 's1', ...inGrantors);
    if (inGrantees.length > 0) await history(NORTHWIND_GROUP, sharings, 's1', ...inGrantees);
    await finishSharing(log, parties);
    const heads = await log.heads();
    expect(await recorded(NORTHWIND_GROUP, sharings, 's1')).toEqual(await recorded(ACME, sharings, 's1'));
    await finishSharing(log, parties);
    expect(await log.heads()).toEqual(heads);
  });
});
