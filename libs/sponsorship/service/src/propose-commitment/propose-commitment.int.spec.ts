import { PersonDeactivated, PersonLeft } from '@vouchsafe/directory-contracts';
import type { TenantId } from '@vouchsafe/event-schema';
import { aTenant } from '@vouchsafe/event-store/testing';
import { anActor } from '@vouchsafe/graphql/testing';
import { ParticipantWithdrawn, ProgramClosed } from '@vouchsafe/programs-contracts';
import { AMARA, BEN, TERM, TODAY, ZOLTAN } from '@vouchsafe/sponsorship-domain/testing';
import { anEnrolment, aProgram, elsewhere, sponsorshipOnPostgres } from '../sponsorship.fixtures.js';
import { ProposeCommitmentCommand } from './propose-commitment.command.js';

let here: Awaited<ReturnType<typeof sponsorshipOnPostgres>>;
let tenants = 0;
beforeAll(async () => { here = await sponsorshipOnPostgres(); });
afterAll(() => here.close());

const anInput = (input = {}) => ({
  requestKey: 'r1', programId: 'prog1', sponsorId: AMARA, protegeId: BEN, objective: 'Lead the payments migration by autumn', cadence: { kind: 'MONTHLY' as const },
  termStart: TERM.start, termEnd: TERM.end,
  pledges: [
    { side: 'SPONSOR' as const, pledged: { behaviour: 'NOMINATE' }, dueOn: '2025-09-30' },
    { side: 'PROTEGE' as const, pledged: { deliverable: 'A one-page summary of the pilot' }, times: 2, dueOn: '2025-06-30' },
  ],
  ...input,
});
/** An organization of its own, with the two in an open programme. */
const begin = async (...setUp: Parameters<typeof here.setUp> extends [TenantId, ...infer Rest] ? Rest : never) => {
  const tenant = aTenant((tenants += 1));
  const head = await here.setUp(tenant, ...setUp);
  const asking = (input = {}, actor = anActor(tenant, AMARA)) => here.execute(new ProposeCommitmentCommand(actor.tenant, actor, anInput(input)));
  const written = async () => (await here.ledger.store.read(tenant, { after: head, max: 99 })).filter(({ stream }) => stream.startsWith('commitment-'));
  return { tenant, head, asking, written };
};
const refused = (reason: string, facts = {}) => ({ accepted: false, rejection: { reason, ...facts } });

it('writes the first text, with ids of its own for commitment and pledges, in the one cohort of the protégé', async () => {
  const { asking, written } = await begin();
  expect(await asking()).toMatchObject({ accepted: true });
  const [proposed] = await written();
  expect(proposed).toMatchObject({
    type: 'CommitmentProposed',
    data: { version: 1, cohortId: 'co1', pledges: [{ side: 'SPONSOR', times: 1, promise: { kind: 'BEHAVIOUR' } }, { side: 'PROTEGE', times: 2, promise: { kind: 'DELIVERABLE' } }] },
  });
  expect(new Set((proposed?.data as { pledges: { pledgeId: string }[] }).pledges.map(({ pledgeId }) => pledgeId)).size).toBe(2);
});

it('answers a repeated request with the same commitment, and proposes it once; also when the pair would no longer do', async () => {
  const { tenant, asking, written } = await begin();
  const first = await asking();
  await here.happened(elsewhere.program('prog1'), tenant, ProgramClosed.of({ programId: 'prog1' }));
  expect(await asking()).toEqual(first);
  expect(await written()).toHaveLength(1);
  await expect(asking({ objective: 'Another' })).rejects.toMatchObject({ name: 'RequestKeyReused' });
});

it('gives the same request in another organization another id', async () => {
  const [one, other] = [await begin(), await begin()];
  const [here1, there] = [await one.asking(), await other.asking()];
  expect(here1.accepted && there.accepted && here1.commitmentId !== there.commitmentId).toBe(true);
});

it('is for the other side as well', async () => {
  const { tenant, asking } = await begin();
  expect(await asking({}, anActor(tenant, BEN))).toMatchObject({ accepted: true });
});

it.each([
  ['for two others', (tenant: TenantId) => anActor(tenant, ZOLTAN)],
  ['as the sponsor, without being one', (tenant: TenantId) => ({ ...anActor(tenant, AMARA), roles: new Set<'PROTEGE'>(['PROTEGE']) })],
])('is not done %s', async (_how, actor) => {
  const { tenant, asking, written } = await begin();
  expect(await asking({}, actor(tenant))).toEqual(refused('OnlyThePartiesMayPropose'));
  expect(await written()).toEqual([]);
});

it.each([
  ['an objective of 281 characters', { objective: 'x'.repeat(281) }],
  ['a cadence of weeks that says not how many', { cadence: { kind: 'WEEKS' } }],
  ['a day that is none', { termEnd: '2025-02-30' }],
])('takes no %s', async (_what, input) => {
  const { asking } = await begin();
  await expect(asking(input)).rejects.toMatchObject({ name: 'ZodError' });
});

it('refuses a term that has passed', async () => {
  const { asking } = await begin();
  expect(await asking({ termStart: '2024-01-01', termEnd: '2024-12-31' })).toEqual(refused('TermIsOver', { end: '2024-12-31' }));
  expect(TODAY > '2024-12-31').toBe(true);
});

it('holds the term against the rules of its programme, as they stand at this moment', async () => {
  const { tenant, asking } = await begin({ settings: { longestTermMonths: 6 } });
  expect(await asking()).toEqual(refused('TermMustEnd', { latestEnd: '2025-07-15' }));
  await here.happened(elsewhere.program('prog1'), tenant, ...aProgram('prog1', { longestTermMonths: 12 }).slice(1, 2));
  expect(await asking()).toMatchObject({ accepted: true });
});

describe('the programme and the two in it', () => {
  it('says of a programme that never was, one of another organization and one that is closed the same', async () => {
    const { tenant, asking } = await begin();
    await here.happened(elsewhere.program('theirs'), (await begin()).tenant, ...aProgram('theirs'));
    for (const programId of ['never-was', 'theirs']) expect(await asking({ programId })).toEqual(refused('ProgramTakesNoCommitments'));
    await here.happened(elsewhere.program('prog1'), tenant, ProgramClosed.of({ programId: 'prog1' }));
    expect(await asking()).toEqual(refused('ProgramTakesNoCommitments'));
  });

  it('needs places in this very programme, in the right part and the named cohort', async () => {
    const { tenant, asking } = await begin({ more: ['carla'] });
    await here.happened(elsewhere.program('prog2'), tenant, ...aProgram('prog2'));
    expect(await asking({ programId: 'prog2' })).toEqual(refused('ProtegeIsNotInTheProgram'));
    await here.happened(elsewhere.enrolment('co2', BEN), tenant, anEnrolment(BEN, 'PROTEGE', 'co2', 'prog2'));
    expect(await asking({ programId: 'prog2' })).toEqual(refused('SponsorIsNotInTheProgram'));
    await here.happened(elsewhere.enrolment('co2', AMARA), tenant, anEnrolment(AMARA, 'PROTEGE', 'co2', 'prog2'));
    expect(await asking({ programId: 'prog2' })).toEqual(refused('SponsorIsNotInTheProgram'));
    expect(await asking({ cohortId: 'co2' })).toEqual(refused('ProtegeIsNotInTheProgram'));
    expect(await asking({ sponsorId: 'carla', protegeId: BEN }, anActor(tenant, BEN))).toEqual(refused('SponsorIsNotInTheProgram'));
    expect(await asking({ cohortId: 'co1' })).toMatchObject({ accepted: true });
  });

  it('tells a place that was given up, somebody who left or was deactivated, somebody elsewhere and nobody at all by one answer', async () => {
    const [one, other] = [await begin({ more: ['carla', 'dora', 'elif'] }), await begin({ more: ['theirs'] })];
    await here.happened(elsewhere.enrolment('co1', 'carla'), one.tenant, ParticipantWithdrawn.of({ cohortId: 'co1', programId: 'prog1', personId: 'carla', role: 'PROTEGE' }));
    await here.happened(elsewhere.directory, one.tenant, PersonLeft.of({ personId: 'dora' }), PersonDeactivated.of({ personId: 'elif' }));
    for (const protegeId of ['carla', 'dora', 'elif', 'theirs', 'nobody']) expect(await one.asking({ protegeId })).toEqual(refused('ProtegeIsNotInTheProgram'));
    expect(await other.asking({ protegeId: 'theirs' })).toMatchObject({ accepted: true });
    await here.happened(elsewhere.directory, one.tenant, PersonLeft.of({ personId: AMARA }));
    expect(await one.asking({}, anActor(one.tenant, BEN))).toEqual(refused('SponsorIsNotInTheProgram'));
  });
});
