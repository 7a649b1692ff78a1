import { roles } from '@vouchsafe/tenancy-domain';
import { ACME, AMARA, aRoleGranted, GLOBEX } from '@vouchsafe/tenancy-domain/testing';
import { RevokeRoleCommand } from '../revoke-role/revoke-role.command.js';
import { OLU, operatorOf, tenancyOnMemory } from '../tenancy.fixtures.js';
import { GrantRoleCommand } from './grant-role.command.js';

const anInput = (input = {}) => ({ requestKey: 'r1', personId: AMARA, role: 'EXECUTIVE' as const, ...input });
const atAcme = () => tenancyOnMemory({ persons: { [AMARA]: true, [OLU]: true, 'p-gone': false } });
const refused = (reason: string, facts = {}) => ({ accepted: false, rejection: { reason, ...facts } });

it('gives a role, and a lead their programme', async () => {
  const { execute, recorded } = await atAcme();
  expect(await execute(new GrantRoleCommand(ACME, operatorOf(ACME), anInput()))).toMatchObject({ accepted: true });
  expect(await execute(new GrantRoleCommand(ACME, operatorOf(ACME), anInput({ requestKey: 'r2', role: 'PROGRAM_LEAD', programId: 'emerging-leaders' })))).toMatchObject({ accepted: true });
  expect(await recorded(ACME, roles, AMARA)).toEqual([aRoleGranted(), aRoleGranted({ role: 'PROGRAM_LEAD', programId: 'emerging-leaders' })]);
});

it.each([
  ['whoever has left', ACME, 'p-gone'], ['an id that nobody has', ACME, 'p-nobody'], ['a person of another organization', GLOBEX, AMARA],
])('refuses %s alike', async (_, tenant, personId) => {
  const { execute } = await atAcme();
  expect(await execute(new GrantRoleCommand(tenant, operatorOf(tenant), anInput({ personId })))).toEqual(refused('PersonIsNotHere'));
});

it('lets nobody give a role to themselves', async () => {
  const { execute, recorded } = await atAcme();
  expect(await execute(new GrantRoleCommand(ACME, operatorOf(ACME), anInput({ personId: OLU })))).toEqual(refused('NobodyGrantsThemselvesARole'));
  expect(await recorded(ACME, roles, OLU)).toEqual([]);
});

it('takes a role back exactly as it was given, in the organization that gave it', async () => {
  const { execute, history, recorded } = await atAcme();
  await history(ACME, roles, AMARA, aRoleGranted());
  const revoke = (tenant = ACME, some = {}) => execute(new RevokeRoleCommand(tenant, operatorOf(tenant), { ...anInput({ requestKey: 'r3' }), ...some }));
  expect(await revoke(GLOBEX)).toEqual(refused('RoleIsNotGranted', { role: 'EXECUTIVE' }));
  expect(await revoke(ACME, { role: 'OPERATOR' })).toEqual(refused('RoleIsNotGranted', { role: 'OPERATOR' }));
  expect(await revoke()).toMatchObject({ accepted: true });
  expect((await recorded(ACME, roles, AMARA)).at(-1)).toMatchObject({ type: 'RoleRevoked' });
});
