import { LocalWakeups, MemoryEventStore } from '@vouchsafe/event-store';
import { aTenant } from '@vouchsafe/event-store/testing';
import { networks, organizations, roles } from '@vouchsafe/tenancy-domain';
import { ACME, GLOBEX, NORTHWIND_GROUP } from '@vouchsafe/tenancy-domain/testing';
import { MemoryFrontKeys } from '../front/memory-front-keys.js';
import { OLU, operatorOf, tenancyOnMemory } from '../tenancy.fixtures.js';
import { RegisterOrganizationCommand } from './register-organization.command.js';
import { registerOrganization } from './register-organization.js';

const anInput = (input = {}) => ({ requestKey: 'r1', name: 'Initech', handle: 'initech', ...input });

describe('registering an organization into a network', () => {
  it('gives it a log, a handle, membership and the first operator, who signs in as before', async () => {
    const { execute, front, recorded } = await tenancyOnMemory();
    await front.addSignIn(NORTHWIND_GROUP, 'blind', OLU);
    const outcome = await execute(new RegisterOrganizationCommand(NORTHWIND_GROUP, operatorOf(NORTHWIND_GROUP), anInput()));
    const organizationId = outcome.accepted ? outcome.organizationId : ACME;
    expect(outcome).toMatchObject({ accepted: true, position: 4 });
    expect(await front.tenantOf('initech')).toBe(organizationId);
    expect((await recorded(organizationId, organizations, organizationId)).map(({ type }) => type)).toEqual(['OrganizationRegistered', 'NetworkJoined']);
    expect((await recorded(NORTHWIND_GROUP, networks, NORTHWIND_GROUP)).map(({ type }) => type)).toEqual(['NetworkFormed', 'OrganizationInvited', 'NetworkJoined']);
    const there = (await front.placesOf('blind')).find(({ tenant }) => tenant === organizationId)!;
    expect(there.personId).not.toBe(OLU);
    expect(await recorded(organizationId, roles, there.personId)).toEqual([{ type: 'RoleGranted', data: { personId: there.personId, role: 'OPERATOR', programId: null } }]);
  });

  it('keeps the operator’s id in the network’s log', async () => {
    const { execute, log } = await tenancyOnMemory();
    const outcome = await execute(new RegisterOrganizationCommand(NORTHWIND_GROUP, operatorOf(NORTHWIND_GROUP), anInput()));
    expect(outcome.accepted).toBe(true);
    const events = outcome.accepted ? await log.read(outcome.organizationId, { after: 0, max: 100 }) : [];
    expect(events.length).toBeGreaterThan(1);
    expect(JSON.stringify(events)).not.toContain(OLU);
  });

  it('answers a repeat as it did at first, and registers once', async () => {
    const { execute, log } = await tenancyOnMemory();
    const command = new RegisterOrganizationCommand(NORTHWIND_GROUP, operatorOf(NORTHWIND_GROUP), anInput());
    const first = await execute(command);
    const heads = await log.heads();
    expect(await execute(command)).toEqual(first);
    expect(await log.heads()).toEqual(heads);
  });

  it('refuses a handle that another has, and leaves nothing behind', async () => {
    const { execute, log, front } = await tenancyOnMemory();
    const heads = await log.heads();
    expect(await execute(new RegisterOrganizationCommand(NORTHWIND_GROUP, operatorOf(NORTHWIND_GROUP), anInput({ handle: 'acme' }))))
      .toEqual({ accepted: false, rejection: { reason: 'HandleIsTaken', handle: 'acme' } });
    expect([await log.heads(), await front.tenantOf('acme')]).toEqual([heads, ACME]);
  });

  it('is for whoever is signed in to a network', async () => {
    const { execute } = await tenancyOnMemory();
    expect(await execute(new RegisterOrganizationCommand(GLOBEX, operatorOf(GLOBEX), anInput()))).toEqual({ accepted: false, rejection: { reason: 'NetworkIsNotFormed' } });
  });

  it('claims nothing for a handle that cannot be recorded', async () => {
    const { execute, front } = await tenancyOnMemory();
    await expect(execute(new RegisterOrganizationCommand(NORTHWIND_GROUP, operatorOf(NORTHWIND_GROUP), anInput({ handle: 'Not a handle' })))).rejects.toMatchObject({ name: 'ZodError' });
    expect(await front.tenantOf('Not a handle')).toBeUndefined();
  });
});

describe('a registration by the word of the machine', () => {
  const INITECH = aTenant(9);
  const request = [
    { organizationId: INITECH, name: 'Initech', handle: 'initech', kind: 'ORGANIZATION', sample: false } as const,
    { requestKey: 'r1', actor: 'system:spec', occurredOn: '2026-03-01' } as const,
  ] as const;
  const parts = () => ({ log: new MemoryEventStore(new LocalWakeups()), front: new MemoryFrontKeys() });

  it.each<[string, (at: ReturnType<typeof parts>) => Promise<unknown>]>([
    ['after the claim', ({ front }) => front.claimHandle(INITECH, 'initech')],
    ['after the log was opened', async ({ front, log }) => { await front.claimHandle(INITECH, 'initech'); await log.openLog(INITECH); }],
    ['after everything, so that only the answer was lost', (at) => registerOrganization(at, ...request)],
  ])('that crashed %s is repaired by repeating', async (_, crash) => {
    const at = parts();
    await crash(at);
    expect(await registerOrganization(at, ...request)).toEqual({ accepted: true, position: 1 });
    expect(await at.log.head(INITECH)).toMatchObject({ position: 1 });
  });

  it('keeps the handle for that request', async () => {
    const at = parts();
    await at.front.claimHandle(INITECH, 'initech');
    const [organization, circumstances] = request;
    expect(await registerOrganization(at, { ...organization, organizationId: aTenant(8) }, circumstances))
      .toEqual({ accepted: false, rejection: { reason: 'HandleIsTaken', handle: 'initech' } });
  });

  it('is not where a second handle comes from: a registered organization claims none', async () => {
    const at = parts();
    const [organization, circumstances] = request;
    await registerOrganization(at, ...request);
    expect(await registerOrganization(at, { ...organization, handle: 'initrode' }, { ...circumstances, requestKey: 'r2' }))
      .toEqual({ accepted: false, rejection: { reason: 'OrganizationIsAlreadyRegistered' } });
    expect(await at.front.tenantOf('initrode')).toBeUndefined();
  });
});
