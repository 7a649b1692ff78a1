import { anActor } from '@vouchsafe/graphql/testing';
import { everybodysSignIn, signIns } from '@vouchsafe/tenancy-domain';
import { ACME, AMARA, aPersonSignedOut, everybodySignedOut, GLOBEX } from '@vouchsafe/tenancy-domain/testing';
import { SignOutEverybodyCommand } from '../sign-out-everybody/sign-out-everybody.command.js';
import { operatorOf, tenancyOnMemory } from '../tenancy.fixtures.js';
import { SignOutPersonCommand } from './sign-out-person.command.js';

const unknown = { accepted: false, rejection: { reason: 'PersonIsNotHere' } };
const lead = { ...anActor(ACME, 'p-lin', 'PROGRAM_LEAD'), leads: new Set(['emerging-leaders']) };
const anInput = (input = {}) => ({ requestKey: 'r1', personId: AMARA, ...input });

const here = async () => {
  const tenancy = await tenancyOnMemory();
  await tenancy.front.addSignIn(ACME, 'key-of-amara', AMARA);
  return tenancy;
};

it.each([['an operator', operatorOf(ACME)], ['a programme lead', lead], ['themselves', anActor(ACME, AMARA)]])('signs a person out for %s', async (_, actor) => {
  const { execute, recorded } = await here();
  expect(await execute(new SignOutPersonCommand(ACME, actor, anInput()))).toMatchObject({ accepted: true });
  expect(await recorded(ACME, signIns, AMARA)).toEqual([aPersonSignedOut()]);
});

it('signs whoever asks out, if nobody is named', async () => {
  const { execute, recorded } = await here();
  expect(await execute(new SignOutPersonCommand(ACME, anActor(ACME, 'p-else'), { requestKey: 'r1' }))).toMatchObject({ accepted: true });
  expect(await recorded(ACME, signIns, 'p-else')).toEqual([aPersonSignedOut({ personId: 'p-else' })]);
});

it('answers alike about somebody whom one may not sign out, a person of another organization and nobody', async () => {
  const { execute, recorded } = await here();
  expect(await execute(new SignOutPersonCommand(ACME, anActor(ACME, 'p-else'), anInput()))).toEqual(unknown);
  expect(await execute(new SignOutPersonCommand(GLOBEX, operatorOf(GLOBEX), anInput()))).toEqual(unknown);
  expect(await execute(new SignOutPersonCommand(ACME, operatorOf(ACME), anInput({ personId: 'p-nobody' })))).toEqual(unknown);
  expect([await recorded(ACME, signIns, AMARA), await recorded(GLOBEX, signIns, AMARA)]).toEqual([[], []]);
});

it('signs everybody out, in this organization alone, and once for each request', async () => {
  const { execute, recorded } = await here();
  for (const requestKey of ['r1', 'r1', 'r2']) expect(await execute(new SignOutEverybodyCommand(ACME, lead, { requestKey }))).toMatchObject({ accepted: true });
  expect(await recorded(ACME, everybodysSignIn, ACME)).toEqual([everybodySignedOut(), everybodySignedOut()]);
  expect(await recorded(GLOBEX, everybodysSignIn, GLOBEX)).toEqual([]);
});
