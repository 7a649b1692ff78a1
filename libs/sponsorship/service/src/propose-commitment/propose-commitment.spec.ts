import { anActor } from '@vouchsafe/graphql/testing';
import { commitments } from '@vouchsafe/sponsorship-domain';
import { AMARA, BEN, TERM, TODAY, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import { ACME, atAcme, GLOBEX } from '../commands.fixtures.js';
import { ProposeCommitmentCommand, ProposeCommitmentHandler } from './propose-commitment.command.js';

const anInput = (input = {}) => ({
  requestKey: 'r1', programId: 'prog1', sponsorId: AMARA, protegeId: BEN, objective: 'Lead the payments migration by autumn', cadence: { kind: 'MONTHLY' as const },
  termStart: TERM.start, termEnd: TERM.end,
  pledges: [
    { side: 'SPONSOR' as const, promise: { behaviour: 'NOMINATE' }, dueOn: '2025-09-30' },
    { side: 'PROTEGE' as const, promise: { deliverable: 'A one-page summary of the pilot' }, times: 2, dueOn: '2025-06-30' },
  ],
  ...input,
});
const begin = () => atAcme(ProposeCommitmentHandler, commitments, 'another', []);
const asking = (input = {}, actor = anActor(ACME, AMARA)) => new ProposeCommitmentCommand(actor.tenant, actor, anInput(input));

it('writes the first text, with ids of its own for commitment and pledges', async () => {
  const { execute, recorded } = await begin();
  const outcome = await execute(asking());
  if (!outcome.accepted) throw new Error('refused');
  const [proposed] = await recorded(ACME, commitments, outcome.commitmentId);
  expect(proposed).toMatchObject({
    type: 'CommitmentProposed',
    data: { version: 1, cohortId: null, pledges: [{ side: 'SPONSOR', times: 1, promise: { kind: 'BEHAVIOUR' } }, { side: 'PROTEGE', times: 2, promise: { kind: 'DELIVERABLE' } }] },
  });
  expect(new Set((proposed?.data as { pledges: { pledgeId: string }[] }).pledges.map(({ pledgeId }) => pledgeId)).size).toBe(2);
});

it('answers a repeated request with the same commitment, and proposes it once', async () => {
  const { execute, log } = await begin();
  const first = await execute(asking());
  expect(await execute(asking())).toEqual(first);
  expect(await log.head(ACME)).toMatchObject({ position: 1 });
  await expect(execute(asking({ objective: 'Another' }))).rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it('gives the same request in another organization another id', async () => {
  const { execute } = await begin();
  const [here, there] = [await execute(asking()), await execute(asking({}, anActor(GLOBEX, AMARA)))];
  expect(here.accepted && there.accepted && here.commitmentId !== there.commitmentId).toBe(true);
});

it.each([['the other side', { ...anActor(ACME, BEN) }], ['the sponsor', anActor(ACME, AMARA)]])('is for %s', async (_who, actor) => {
  const { execute } = await begin();
  expect(await execute(asking({}, actor))).toMatchObject({ accepted: true });
});

it.each([
  ['for two others', anActor(ACME, ZOLTAN)],
  ['as the sponsor, without being one', { ...anActor(ACME, AMARA), roles: new Set<'PROTEGE'>(['PROTEGE']) }],
])('is not done %s', async (_how, actor) => {
  const { execute, log } = await begin();
  expect(await execute(asking({}, actor))).toEqual({ accepted: false, rejection: { reason: 'OnlyThePartiesMayPropose' } });
  expect(await log.head(ACME)).toMatchObject({ position: 0 });
});

it.each([
  ['an objective of 281 characters', { objective: 'x'.repeat(281) }],
  ['a cadence of weeks that says not how many', { cadence: { kind: 'WEEKS' } }],
  ['a day that is none', { termEnd: '2025-02-30' }],
])('takes no %s', async (_what, input) => {
  const { execute } = await begin();
  await expect(execute(asking(input))).rejects.toMatchObject({ name: 'ZodError' });
});

it('refuses a term that has passed', async () => {
  const { execute } = await begin();
  expect(await execute(asking({ termStart: '2024-01-01', termEnd: '2024-12-31' }))).toEqual({ accepted: false, rejection: { reason: 'TermIsOver', end: '2024-12-31' } });
  expect(TODAY > '2024-12-31').toBe(true);
});
